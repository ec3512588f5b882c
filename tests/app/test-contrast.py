#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-contrast.py STYLE.CSS   the colours of the style sheet, on light and on dark: text reaches
4.5 : 1 and marks reach 3 : 1 (WCAG 2.1, 1.4.3 and 1.4.11). TAP.
"""

import re
import sys
from pathlib import Path

# What the colours are mixed with: those of libadwaita 1.2 and of 1.7, as (red, green, blue, alpha).
SCHEMES = {
    'light 1.2': {'window_bg_color': '#fafafa', 'window_fg_color': (0, 0, 0, .8), 'view_bg_color': '#ffffff',
                  'view_fg_color': (0, 0, 0, .8), 'card_bg_color': '#ffffff',
                  'accent_bg_color': '#3584e4', 'accent_fg_color': '#ffffff'},
    'dark 1.2': {'window_bg_color': '#242424', 'window_fg_color': '#ffffff', 'view_bg_color': '#1e1e1e',
                 'view_fg_color': '#ffffff', 'card_bg_color': (255, 255, 255, .08),
                 'accent_bg_color': '#3584e4', 'accent_fg_color': '#ffffff'},
    'light 1.7': {'window_bg_color': '#fafafb', 'window_fg_color': (0, 0, 6, .8), 'view_bg_color': '#ffffff',
                  'view_fg_color': (0, 0, 6, .8), 'card_bg_color': '#ffffff',
                  'accent_bg_color': '#3584e4', 'accent_fg_color': '#ffffff'},
    'dark 1.7': {'window_bg_color': '#222226', 'window_fg_color': '#ffffff', 'view_bg_color': '#1d1d20',
                 'view_fg_color': '#ffffff', 'card_bg_color': (255, 255, 255, .08),
                 'accent_bg_color': '#3584e4', 'accent_fg_color': '#ffffff'},
}

MARK, TEXT, LARGE_TEXT = 3.0, 4.5, 3.0
GROUNDS = ('window_bg_color', 'view_bg_color', 'card_bg_color')

# Marks stand beside their word; one of them colours words too.
MARKS = re.compile(r'(tag|mark|state|flow)_')
WORDS = ('mark_caution',)


def parse_hex(text):
    return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5)) + (1.0,)


def split_arguments(text):
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c == '(') - (c == ')')
        if c == ',' and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    return parts + [text[start:].strip()]


class Scheme:
    """Colours by name, as GTK computes them."""

    def __init__(self, css, base):
        self.colors = {k: parse_hex(v) if isinstance(v, str) else v for k, v in base.items()}
        for name, value in re.findall(r'@define-color (\w+) ([^;]+);', css):
            self.colors[name] = self.read(value)

    def read(self, text):
        text = text.strip()
        if text.startswith('#'):
            return parse_hex(text)
        if text.startswith('@'):
            return self.colors[text[1:]]
        kind, inner = re.fullmatch(r'(\w+)\((.*)\)', text, re.S).groups()
        arguments = split_arguments(inner)
        if kind == 'mix':
            a, b, share = self.read(arguments[0]), self.read(arguments[1]), float(arguments[2])
            return tuple(x * (1 - share) + y * share for x, y in zip(a, b))
        if kind == 'alpha':
            color = self.read(arguments[0])
            return color[:3] + (color[3] * float(arguments[1]),)
        raise ValueError(text)

    def on(self, front, back):
        """What is seen of a colour on another, which itself lies on the window."""
        if back[3] < 1:
            back = self.on(back, self.colors['window_bg_color'])
        return tuple(f * front[3] + b * (1 - front[3]) for f, b in zip(front[:3], back[:3])) + (1.0,)

    def contrast(self, front, back):
        back = self.on(back, self.colors['window_bg_color'])
        a, b = sorted((luminance(self.on(front, back)), luminance(back)), reverse=True)
        return (a + .05) / (b + .05)


def luminance(color):
    def linear(value):
        value /= 255
        return value / 12.92 if value <= .04045 else ((value + .055) / 1.055) ** 2.4
    return .2126 * linear(color[0]) + .7152 * linear(color[1]) + .0722 * linear(color[2])


def declared(css, selector, name):
    """The value of a declaration in the rule of that selector."""
    for selectors, rule in re.findall(r'([^{};]+)\{([^}]*)\}', css):
        if selector in [s.strip() for s in selectors.split(',')]:
            for key, value in re.findall(r'([\w-]+):\s*([^;]+);', rule):
                if key == name:
                    return value
    raise KeyError(f'{selector} has no {name}')


def list_pairs(css, scheme):
    """(what, colour, ground, least contrast) of all that the style sheet colours itself."""
    colors = scheme.colors
    for name in re.findall(r'@define-color (\w+)', css):
        if MARKS.match(name):
            for ground in GROUNDS:
                yield f'{name} on {ground}', colors[name], colors[ground], TEXT if name in WORDS else MARK
    yield 'dropped text', colors['dropped_fg_color'], colors['view_bg_color'], TEXT
    for letter in ('a', 'b', 'c', 'd', 'e', 'none'):
        yield (f'a letter on grade-{letter}', parse_hex('#ffffff'),
               scheme.read(declared(css, f'.grade-{letter}', 'background-color')), TEXT)
    trough = scheme.read(declared(css, 'scorebar', 'background-color'))
    yield 'the value of a score on its bar', colors['score_value'], trough, MARK
    for ground in ('selected_clause_bg_color', 'evidence_bg_color', 'match_bg_color'):
        yield f'text on {ground}', colors['view_fg_color'], colors[ground], TEXT
    yield 'text on the current match', colors['current_match_fg_color'], colors['current_match_bg_color'], LARGE_TEXT
    dim = float(declared(css, '.dim-label', 'opacity'))
    for ground in GROUNDS:
        fg = colors['window_fg_color']
        yield f'dim text on {ground}', fg[:3] + (fg[3] * dim,), colors[ground], TEXT


def main():
    css = re.sub(r'/\*.*?\*/', '', Path(sys.argv[1]).read_text(encoding='utf-8'), flags=re.S)
    failed = 0
    print(f'1..{len(SCHEMES)}')
    for number, (name, base) in enumerate(SCHEMES.items(), 1):
        scheme = Scheme(css, base)
        faint = [(what, scheme.contrast(front, back), least)
                 for what, front, back, least in list_pairs(css, scheme)
                 if scheme.contrast(front, back) < least]
        for what, contrast, least in faint:
            print(f'# {what}: {contrast:.2f} : 1, at least {least}')
        failed += bool(faint)
        print(f'{"not ok" if faint else "ok"} {number} colours on {name} can be told apart')
    sys.exit(failed > 0)


main()
