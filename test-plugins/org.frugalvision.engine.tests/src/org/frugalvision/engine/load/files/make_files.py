#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the TIFF files that libtiff packs and the lossy WebP files with the values that libwebp gives.

Debian packages: python3-pil, python3-numpy, libtiff-tools, webp. Run in this folder; tests know the formulas.
"""
import os
import struct
import subprocess
import tempfile

import numpy
from PIL import Image

HEIGHT, WIDTH = 19, 23


def run(*command):
    subprocess.run(command, check=True)


def values(bands, bits):
    """As BandTiff.value."""
    pixel = numpy.arange(HEIGHT * WIDTH).reshape(HEIGHT, WIDTH, 1)
    return (numpy.arange(bands) * 9001 + pixel * 257 + 5) % (1 << bits)


def write(path, samples, photometric, extra):
    """A plain TIFF file, low byte first, one strip."""
    bands = samples.shape[2]
    data = samples.tobytes()
    kinds = {'u': 1, 'i': 2, 'f': 3}
    fields = [(256, 3, [WIDTH]), (257, 3, [HEIGHT]), (258, 3, [samples.dtype.itemsize * 8] * bands), (259, 3, [1]),
              (262, 3, [photometric]), (273, 4, [8]), (277, 3, [bands]), (278, 3, [HEIGHT]), (279, 4, [len(data)]),
              (284, 3, [1])]
    if extra:
        fields.append((338, 3, extra))
    fields.append((339, 3, [kinds[samples.dtype.kind]] * bands))
    directory = 8 + len(data) + len(data) % 2
    lists = directory + 2 + 12 * len(fields) + 4
    entries, rest = b'', b''
    for tag, kind, numbers in fields:
        content = struct.pack('<%d%s' % (len(numbers), 'HI'[kind - 3]), *numbers)
        if len(content) > 4:
            content, rest = struct.pack('<I', lists + len(rest)), rest + content
        entries += struct.pack('<HHI', tag, kind, len(numbers)) + content.ljust(4, b'\0')
    with open(path, 'wb') as file:
        file.write(b'II*\0' + struct.pack('<I', directory) + data.ljust(directory - 8, b'\0')
                   + struct.pack('<H', len(fields)) + entries + struct.pack('<I', 0) + rest)


def tiff(folder):
    rgb, four = folder + '/rgb.tif', folder + '/four.tif'
    deep, floats = folder + '/deep.tif', folder + '/floats.tif'
    write(rgb, values(3, 8).astype('<u1'), 2, [])
    write(four, values(4, 8).astype('<u1'), 1, [0, 0, 0])
    write(deep, values(2, 16).astype('<u2'), 1, [0])
    write(floats, (values(1, 16) / 65535).astype('<f4'), 1, [])
    packings = {
        'rgb-lzw-differences': (rgb, '-c', 'lzw:2', '-r', '7'),
        'rgb-packbits-planes': (rgb, '-c', 'packbits', '-p', 'separate', '-r', '5'),
        'rgb-deflate-tiles-big-endian': (rgb, '-B', '-c', 'zip:2', '-t', '-w', '16', '-l', '16'),
        'rgb-bigtiff': (rgb, '-8', '-c', 'lzw', '-r', '4'),
        'four-lzw-tiles-planes': (four, '-c', 'lzw', '-p', 'separate', '-t', '-w', '16', '-l', '16'),
        'deep-lzw-differences-big-endian': (deep, '-B', '-c', 'lzw:2', '-r', '6'),
        'deep-deflate-tiles': (deep, '-c', 'zip:2', '-t', '-w', '16', '-l', '16'),
        'floats-deflate-predicted': (floats, '-c', 'zip:3', '-r', '5'),
        'floats-lzw-predicted-tiles-big-endian': (floats, '-B', '-c', 'lzw:3', '-t', '-w', '16', '-l', '16'),
        'floats-packbits': (floats, '-c', 'packbits', '-r', '3')}
    for name, (source, *how) in packings.items():
        run('tiffcp', *how, source, 'tiff/%s.tif' % name)
    smooth = numpy.add.outer(numpy.arange(HEIGHT) * 7, numpy.arange(WIDTH) * 5)
    picture = numpy.stack([smooth, 255 - smooth, smooth // 2 + 40], 2).astype('u1')
    write(rgb, picture, 2, [])
    for name, how in {'jpeg-strips': ('-r', '16'), 'jpeg-tiles': ('-t', '-w', '16', '-l', '16')}.items():
        run('tiffcp', '-c', 'jpeg:95', *how, rgb, 'tiff/%s.tif' % name)
        Image.open('tiff/%s.tif' % name).convert('RGB').save('tiff/%s.png' % name)
    lines = Image.fromarray((values(1, 3)[..., 0] > 3).astype('u1') * 255).convert('1')
    for name in ('group3', 'group4'):
        lines.save('tiff/fax-%s.tif' % name, compression=name)
    Image.fromarray(picture[::4, ::4].copy()).save(folder + '/thumbnail.tif')
    run('tiffcp', folder + '/thumbnail.tif', rgb, 'tiff/thumbnail-first.tif')
    run('tiffset', '-d', '0', '-s', '254', '1', 'tiff/thumbnail-first.tif')
    Image.fromarray(picture).convert('LAB').save('tiff/lab.tif')


def webp(folder):
    y, x = numpy.mgrid[0:61, 0:83]
    colours = numpy.stack([60 + 3 * y, 128 + 100 * numpy.sin(x / 9 + y / 14), 40 + 2 * x], 2)
    noise = numpy.random.default_rng(1).normal(0, 6, colours.shape)
    picture = (colours + noise).clip(0, 255).astype('u1')
    alpha = numpy.dstack([picture, (3 * x).clip(0, 255).astype('u1')])
    for quality, method, clear in ((0, 0, 0), (10, 6, 0), (40, 3, 1), (75, 4, 0), (80, 2, 1), (95, 6, 0), (95, 0, 1)):
        for height, width in ((61, 83), (17, 16)):
            part = (alpha if clear else picture)[:height, :width]
            Image.fromarray(part).save(folder + '/a.png')
            name = 'webp/q%d_m%d_%s_%dx%d' % (quality, method, 'alpha' if clear else 'opaque', width, height)
            run('cwebp', '-quiet', '-q', str(quality), '-m', str(method), folder + '/a.png', '-o', name + '.webp')
            run('dwebp', '-quiet', '-nofancy', name + '.webp', '-o', name + '.png')
    Image.fromarray(picture[:40, :50]).save(folder + '/a.png')
    for name, how in {'plain': ('-nostrong', '-segments', '1'), 'sharp': ('-f', '80', '-sharpness', '6'),
                      'partitions': ('-partition_limit', '50', '-mt')}.items():
        run('cwebp', '-quiet', '-q', '20', *how, folder + '/a.png', '-o', 'webp/filter_%s.webp' % name)
        run('dwebp', '-quiet', '-nofancy', 'webp/filter_%s.webp' % name, '-o', 'webp/filter_%s.png' % name)
    Image.fromarray(alpha[:9, :9]).save(folder + '/a.png')
    for level in ('none', 'fast'):
        run('cwebp', '-quiet', '-alpha_method', '0', '-alpha_filter', level, folder + '/a.png', '-o',
            'webp/plain_alpha_%s.webp' % level)
        run('dwebp', '-quiet', '-nofancy', 'webp/plain_alpha_%s.webp' % level, '-o', 'webp/plain_alpha_%s.png' % level)


os.makedirs('tiff', exist_ok=True)
os.makedirs('webp', exist_ok=True)
with tempfile.TemporaryDirectory() as temporary:
    tiff(temporary)
    webp(temporary)
