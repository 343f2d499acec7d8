// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.util.Arrays;

/**
 * How the samples of a page are stored. Fields that are missing get what TIFF 6.0 says or what follows from the others.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param bands samples of a pixel, at least 1
 * @param bits of a sample: 1 to 16, 32 or 64
 * @param format how these are a number
 * @param photometric what the bands mean
 * @param planar whether each band stands for itself
 * @param segmentWidth columns of a strip or tile
 * @param segmentHeight rows of a strip or tile
 * @param tiled whether a segment at the border goes on beyond it
 * @param offsets where the segments stand
 * @param counts how many bytes they have; empty if unknown
 */
record TiffLayout(int width, int height, int bands, int bits, SampleFormat format, Photometric photometric,
    boolean planar, int segmentWidth, int segmentHeight, boolean tiled, long[] offsets, long[] counts) {

    private static final int PLANAR = 2;

    static TiffLayout of(final TiffDirectory fields) throws TiffException {
        final int width = length(fields, TiffTag.WIDTH);
        final int height = length(fields, TiffTag.HEIGHT);
        final var photometric = Photometric.of(fields);
        final long said = fields.numbers(TiffTag.BITS_PER_SAMPLE).length;
        final long bands = fields.number(TiffTag.SAMPLES_PER_PIXEL, said > 1 ? said : photometric.bands());
        if (bands < 1 || bands > 0xFFFF) {
            throw new TiffException("it has %d bands".formatted(bands));
        }
        final boolean tiled = fields.has(TiffTag.TILE_WIDTH) && fields.has(TiffTag.TILE_HEIGHT);
        final long rows = fields.number(TiffTag.ROWS_PER_STRIP, height);
        final var layout = new TiffLayout(width, height, (int)bands, bits(fields), format(fields), photometric,
            fields.number(TiffTag.PLANAR_CONFIGURATION, 1) == PLANAR && bands > 1,
            tiled ? length(fields, TiffTag.TILE_WIDTH) : width,
            tiled ? length(fields, TiffTag.TILE_HEIGHT) : (int)(rows < 1 ? height : Math.min(height, rows)), tiled,
            offsets(fields), fields.numbers(fields.has(TiffTag.TILE_BYTE_COUNTS) ? TiffTag.TILE_BYTE_COUNTS
                : TiffTag.STRIP_BYTE_COUNTS));
        layout.check();
        return layout;
    }

    private void check() throws TiffException {
        final boolean known = switch (format) {
            case UNSIGNED -> bits >= 1 && bits <= Short.SIZE || bits == Integer.SIZE;
            case SIGNED -> bits == Byte.SIZE || bits == Short.SIZE || bits == Integer.SIZE;
            case FLOAT -> bits == Short.SIZE || bits == Integer.SIZE || bits == Long.SIZE;
            case COMPLEX -> false;
        };
        if (!known) {
            throw new TiffException("its values are %s, which are not read; store unsigned integers of 8 or 16 bits"
                .formatted(samples()));
        }
        if (offsets.length == 0) {
            throw new TiffException("it does not say where its pixels stand");
        }
        if (segments() > offsets.length) {
            throw new TiffException("%d of its %d strips or tiles are missing".formatted(segments() - offsets.length,
                segments()));
        }
    }

    /** For people, e.g. "unsigned integers of 8 bits". */
    String samples() {
        return "%s of %d bits".formatted(format, bits);
    }

    int across() {
        return (int)(((long)width + segmentWidth - 1) / segmentWidth);
    }

    int down() {
        return (int)(((long)height + segmentHeight - 1) / segmentHeight);
    }

    private long segments() {
        return (long)across() * down() * (planar ? bands : 1);
    }

    /** How many bands stand side by side. */
    int bandsTogether() {
        return planar ? 1 : bands;
    }

    /** How many rows a segment has that begins at this one. */
    int rows(final int y) {
        return tiled ? segmentHeight : Math.min(segmentHeight, height - y);
    }

    /** Bytes of a row of a segment; each begins with a new one. */
    long bytesOfRow() {
        return ((long)segmentWidth * bandsTogether() * bits + 7) / Byte.SIZE;
    }

    private static int length(final TiffDirectory fields, final TiffTag tag) throws TiffException {
        final long length = fields.number(tag, 0);
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw new TiffException("it does not say how large it is");
        }
        return (int)length;
    }

    private static long[] offsets(final TiffDirectory fields) {
        return fields.numbers(fields.has(TiffTag.TILE_OFFSETS) ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS);
    }

    private static int bits(final TiffDirectory fields) throws TiffException {
        final long[] bits = fields.numbers(TiffTag.BITS_PER_SAMPLE);
        if (Arrays.stream(bits).distinct().count() > 1) {
            throw new TiffException("its bands have different numbers of bits (%s), which are not read"
                .formatted(Arrays.toString(bits)));
        }
        return (int)fields.number(TiffTag.BITS_PER_SAMPLE, 1);
    }

    private static SampleFormat format(final TiffDirectory fields) throws TiffException {
        final long[] formats = fields.numbers(TiffTag.SAMPLE_FORMAT);
        if (Arrays.stream(formats).mapToObj(SampleFormat::of).distinct().count() > 1) {
            throw new TiffException("its bands have different kinds of numbers, which are not read");
        }
        return SampleFormat.of(fields.number(TiffTag.SAMPLE_FORMAT, 1));
    }
}
