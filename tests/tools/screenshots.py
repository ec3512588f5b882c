#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM FOLDER [FILE]   pictures of every page in FOLDER: light, dark, high
contrast, large text, right to left, 360 pixels and wide; LOOKS="light dark" takes only these. For
looking at them, and for README and metainfo.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'app'))

import gui                                # noqa: E402
from gui import wait                      # noqa: E402

# A clause of the sample: segment, start and end byte.
REVEALED = '(uint32 10, uint64 0, uint64 0)'
PAGES = ('Overview', 'Clauses', 'Findings', 'Coverage', 'Data')
# Name, size of the window, what GTK is told.
LOOKS = (('light', (1180, 740), {}),
         ('dark', (1180, 740), {'color-scheme': 'dark'}),
         ('wide', (1280, 880), {}),
         ('narrow', (360, 640), {}),
         ('contrast', (1180, 740), {'contrast': 'high'}),
         # Half as large again; what a desktop calls “Large Text” is a quarter.
         ('large-text', (1180, 740), {'dpi': 144}),
         ('large-narrow', (360, 640), {'dpi': 144}),
         ('right-to-left', (1180, 740), {'debug': 'invert-text-dir'}))


def grab(app):
    """The window as the display has it, to compare."""
    return subprocess.run(['import', '-window', app.window(), 'rgb:-'], check=True, capture_output=True).stdout


def shoot(app, path):
    """Once the page is filled, and two looks in a row see the same: what is drawn comes after what is told."""
    seen = []

    def is_still():
        seen.append(grab(app))
        return len(seen) > 1 and seen[-1] == seen[-2]

    app.settle()
    wait(is_still, 'a picture that stands still')
    subprocess.run(['import', '-window', app.window(), path], check=True)
    print(path, flush=True)


def prepare(look):
    """Tells GTK what a desktop would, by the display and by the environment."""
    resources = f'Xft.dpi: {look.get("dpi", 96)}'
    subprocess.run(['xprop', '-root', '-format', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER', resources],
                   check=True)
    environment = {}
    if 'color-scheme' in look:
        environment['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-' + look['color-scheme']
    if 'contrast' in look:
        environment['ADW_DEBUG_HIGH_CONTRAST'] = '1'
    if 'debug' in look:
        environment['GTK_DEBUG'] = look['debug']
    return environment


def resize(app, size):
    app.ui.xdo('windowsize', app.window(), *size)
    app.ui.xdo('windowmove', app.window(), 0, 0)
    # Out of the way, or a tooltip is in the picture.
    app.ui.xdo('mousemove', 1279, 899)
    app.sync()


def shoot_look(folder, sample, name, size, look):
    with gui.Running(environment=prepare(look)) as app:
        resize(app, size)
        shoot(app, folder / f'{name}-first-run.png')
    with gui.Running(sample, environment=prepare(look)) as app:
        app.grade()
        resize(app, size)
        for page in PAGES:
            # Not by key, which would have the focus framed.
            app.activate('win', 'show-page', f"'{page.lower()}'")
            if page == 'Clauses':
                app.activate('win', 'reveal', REVEALED)
            shoot(app, folder / f'{name}-{page.lower()}.png')


def main():
    gui.enter_display()
    folder = Path(sys.argv[2])
    sample = Path(sys.argv[3]) if len(sys.argv) > 3 else gui.SAMPLE
    wanted = os.environ.get('LOOKS', '').split()
    folder.mkdir(parents=True, exist_ok=True)
    for name, size, look in LOOKS:
        if not wanted or name in wanted:
            shoot_look(folder, sample, name, size, look)


if __name__ == '__main__':
    main()
