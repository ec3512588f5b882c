#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-integration.py ROOT [BINARY...]

Checks what no validator knows: that all files of the desktop integration speak of the same program,
that the sandbox gets four permissions and no more, that the release manifest can be built from
public sources, and that no BINARY can reach a network by itself.
"""

import configparser
import datetime
import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ID = 'io.github.smallprint.Smallprint'
FINISH_ARGS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']
MEDIA_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown']
NETWORK = re.compile(
    r'(accept4?|bind|connect|getaddrinfo|gethostby\w+|getnameinfo|listen|recv(from|m?msg)?'
    r'|send(to|m?msg)?|socket(pair)?'
    r'|g_(inet|network|proxy|resolver|socket|tcp|tls|udp|unix_socket)_\w+|(curl|soup|xmlNano)\w+)$')

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def expect_equal(what, value, expected):
    expect(value == expected, f'{what}: “{value}” instead of “{expected}”')


def read_ini(path):
    parser = configparser.RawConfigParser(delimiters=('=',), comment_prefixes=('#',))
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def check_desktop_file(root):
    entry = read_ini(root / 'data' / f'{ID}.desktop')['Desktop Entry']
    expect_equal('desktop file, Icon', entry['Icon'], ID)
    expect_equal('desktop file, DBusActivatable', entry['DBusActivatable'], 'true')
    expect_equal('desktop file, Exec', entry['Exec'], 'smallprint %U')
    types = entry['MimeType'].rstrip(';').split(';')
    expect_equal('desktop file, MimeType', types, MEDIA_TYPES)

    service = read_ini(root / 'data' / f'{ID}.service.in')['D-BUS Service']
    expect_equal('D-Bus service, Name', service['Name'], '@application_id@')
    expect('--gapplication-service' in service['Exec'], 'D-Bus service: not started as a service')


def check_metainfo(root, version):
    component = ElementTree.parse(root / 'data' / f'{ID}.metainfo.xml').getroot()
    expect_equal('metainfo, id', component.findtext('id'), ID)
    expect_equal('metainfo, launchable', component.findtext('launchable'), f'{ID}.desktop')
    provided = [e.text for e in component.iterfind('provides/mediatype')]
    expect_equal('metainfo, media types', provided, MEDIA_TYPES)

    name, summary = component.findtext('name'), component.findtext('summary')
    expect(len(name) <= 15, f'metainfo, name: {len(name)} characters, at most 15')
    expect(10 <= len(summary) <= 35, f'metainfo, summary: {len(summary)} characters, not 10 to 35')
    expect(not summary.endswith('.'), 'metainfo, summary: no full stop')
    expect(name.lower() not in summary.lower(), 'metainfo, summary: repeats the name')

    releases = [(r.get('date'), r.get('version')) for r in component.iterfind('releases/release')]
    expect(releases == sorted(releases, reverse=True), 'metainfo, releases: not the newest first')
    expect(releases[0][0] <= datetime.date.today().isoformat(), 'metainfo, releases: in the future')
    expect_equal('metainfo, newest release', releases[0][1], version)


def check_screenshots(root):
    component = ElementTree.parse(root / 'data' / f'{ID}.metainfo.xml').getroot()
    images = [e.text for e in component.iterfind('screenshots/screenshot/image')]
    expect(images, 'metainfo: no screenshot')
    for image in images:
        match = re.search(r'/(v[0-9.]+)/(data/screenshots/[a-z-]+\.png)$', image)
        expect(match, f'metainfo, screenshot: {image} is not pinned to a tag')
        expect(match and (root / match[2]).exists(), f'metainfo, screenshot: {image} is not in data/')


def check_schema(root):
    schema = ElementTree.parse(root / 'data' / f'{ID}.gschema.xml').find('schema')
    expect_equal('settings schema, id', schema.get('id'), ID)
    expect_equal('settings schema, path', schema.get('path'), '/' + ID.replace('.', '/') + '/')


def check_icons(root):
    icons = root / 'data' / 'icons' / 'hicolor'
    for path, size in ((icons / 'scalable' / 'apps' / f'{ID}.svg', '128'),
                       (icons / 'symbolic' / 'apps' / f'{ID}-symbolic.svg', '16')):
        svg = ElementTree.parse(path).getroot()
        expect_equal(f'{path.name}, width', svg.get('width'), size)
        expect_equal(f'{path.name}, viewBox', svg.get('viewBox'), f'0 0 {size} {size}')
        expect('filter' not in path.read_text(encoding='utf-8'), f'{path.name}: has an effect baked in')


def read_release_manifest(path):
    """The parts that matter of our own, plainly written YAML: no library for it is needed."""
    text = path.read_text(encoding='utf-8')
    return {
        'text': text,
        'id': re.search(r'^id: (\S+)$', text, re.M)[1],
        'runtime-version': re.search(r"^runtime-version: '(\S+)'$", text, re.M)[1],
        'finish-args': re.findall(r'^  - (--\S+)$', text.split('cleanup:')[0], re.M),
        'modules': re.findall(r'^  - name: (\S+)$', text, re.M),
        'options': re.findall(r'^      - (-D\S+)$', text, re.M),
    }


def check_manifests(root, version):
    release = read_release_manifest(root / 'flatpak' / f'{ID}.yml')
    devel = json.loads((root / 'flatpak' / f'{ID}.Devel.json').read_text(encoding='utf-8'))
    modules = devel['modules']
    expect_equal('both manifests, id', [release['id'], devel['id']], [ID, ID])
    expect_equal('release manifest, finish-args', release['finish-args'], FINISH_ARGS)
    expect_equal('Devel manifest, finish-args', devel['finish-args'], FINISH_ARGS)
    expect_equal('both manifests, runtime-version', release['runtime-version'], devel['runtime-version'])
    expect_equal('both manifests, modules', release['modules'], [m['name'] for m in modules])
    expect_equal('both manifests, options', release['options'], sum((m['config-opts'] for m in modules), []))

    text = release['text']
    expect('type: dir' not in text, 'release manifest: builds from a local folder')
    expect(not re.search(r'^\s*branch:', text, re.M), 'release manifest: builds from a branch')
    expect(not re.search(r'--share=network', text), 'release manifest: network while building')
    expect(f'tag: v{version}\n' in text, f'release manifest: does not build v{version}')
    expect(re.search(r'commit: [0-9a-f]{40}\n', text), 'release manifest: no commit beside the tag')
    n_archives, n_sums = text.count('type: archive'), len(re.findall(r'sha256: [0-9a-f]{64}\n', text))
    expect_equal('release manifest, checksums', n_sums, n_archives)
    expect(not re.search(r'url: (?!https://)', text), 'release manifest: a source not by https')


def check_binary(path):
    table = subprocess.run(['nm', '-D', '--undefined-only', path], check=True, capture_output=True,
                           text=True).stdout
    for line in table.splitlines():
        symbol = line.split()[-1].split('@')[0]
        expect(not NETWORK.match(symbol), f'{Path(path).name}: calls {symbol}')
    libraries = subprocess.run(['readelf', '-d', path], check=True, capture_output=True,
                               text=True).stdout
    expect(not re.search(r'lib(soup|curl|webkit)', libraries), f'{Path(path).name}: links a network library')


def main():
    root = Path(sys.argv[1])
    build = (root / 'meson.build').read_text(encoding='utf-8')
    version = re.search(r"version: '([0-9.]+)'", build)[1]
    expect(f"application_id = '{ID}'" in build, 'meson.build: another application id')
    check_desktop_file(root)
    check_metainfo(root, version)
    check_screenshots(root)
    check_schema(root)
    check_icons(root)
    check_manifests(root, version)
    for binary in sys.argv[2:]:
        check_binary(binary)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
