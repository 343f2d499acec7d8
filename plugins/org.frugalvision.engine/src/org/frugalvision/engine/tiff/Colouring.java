// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.Greys;
import org.frugalvision.engine.image.ImageShape;

/**
 * Turns bands into grey or RGB where they mean something else; bands beyond those that a kind of colours takes are kept
 * behind. Colour profiles are ignored.
 */
final class Colouring {

    private Colouring() {
    }

    static DecodedImage apply(final DecodedImage stored, final TiffLayout layout, final TiffDirectory fields)
        throws TiffException {
        return switch (layout.photometric()) {
            case BLACK_IS_ZERO, RGB -> stored;
            case WHITE_IS_ZERO -> inverted(stored);
            case PALETTE -> lookedUp(stored, layout, fields.numbers(TiffTag.COLOUR_MAP));
            case INKS -> fields.number(TiffTag.INK_SET, 1) == 1 ? light(stored, layout) : stored;
            case BRIGHTNESS_AND_DIFFERENCES -> colours(stored, layout);
            default -> throw new TiffException("its colors are %s (%s), which are not read; convert it to RGB"
                .formatted(layout.photometric(), layout.samples()));
        };
    }

    private static DecodedImage inverted(final DecodedImage stored) {
        final var values = stored.values().clone();
        final int first = values.length / stored.shape().channels();
        for (int i = 0; i < first; i++) {
            values[i] = (byte)~values[i];
        }
        return new DecodedImage(stored.shape(), stored.type(), values);
    }

    /** Colours of a map have 16 bits, of which the high ones count; those of some old programs have 8. */
    private static DecodedImage lookedUp(final DecodedImage stored, final TiffLayout layout, final long[] map)
        throws TiffException {
        final int colours = 1 << layout.bits();
        if (map.length < 3 * colours || layout.format() != SampleFormat.UNSIGNED) {
            throw new TiffException("its palette is incomplete");
        }
        int shift = 0;
        for (final long part : map) {
            shift = part > 0xFF ? Byte.SIZE : shift;
        }
        final var palette = new byte[3 * colours];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte)(map[i % 3 * colours + i / 3] >> shift);
        }
        final int area = stored.shape().height() * stored.shape().width();
        final var shape =
            new ImageShape(Greys.only(palette) ? 1 : 3, stored.shape().height(), stored.shape().width());
        final var values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = palette[3 * stored.value(i % area) + i / area];
        }
        return new DecodedImage(shape, values);
    }

    /** Red is (1 - cyan) (1 - black), and so on. */
    private static DecodedImage light(final DecodedImage stored, final TiffLayout layout) throws TiffException {
        final int inks = Photometric.INKS.bands();
        requireBands(layout, inks);
        final int area = stored.shape().height() * stored.shape().width();
        final long most = (1L << stored.type().bits()) - 1;
        final var values = new Target(stored, inks);
        for (int i = 0; i < 3 * area; i++) {
            final long paper = most - stored.value(3 * area + i % area);
            values.put(i, (int)(((most - stored.value(i)) * paper + most / 2) / most));
        }
        return values.image();
    }

    /** ITU-T T.871. */
    private static DecodedImage colours(final DecodedImage stored, final TiffLayout layout) throws TiffException {
        requireBands(layout, 3);
        final int area = stored.shape().height() * stored.shape().width();
        final int most = (1 << stored.type().bits()) - 1;
        final int middle = (most + 1) / 2;
        final var values = new Target(stored, 3);
        for (int i = 0; i < area; i++) {
            final int brightness = stored.value(i);
            final int blue = stored.value(area + i) - middle;
            final int red = stored.value(2 * area + i) - middle;
            values.put(i, clipped(brightness + 1.402 * red, most));
            values.put(area + i, clipped(brightness - 0.344136286 * blue - 0.714136286 * red, most));
            values.put(2 * area + i, clipped(brightness + 1.772 * blue, most));
        }
        return values.image();
    }

    private static int clipped(final double value, final int most) {
        return (int)Math.max(0, Math.min(most, Math.round(value)));
    }

    private static void requireBands(final TiffLayout layout, final int bands) throws TiffException {
        if (layout.bands() < bands) {
            throw new TiffException("its colors are %s, but it has %d bands".formatted(layout.photometric(),
                layout.bands()));
        }
    }

    /** RGB before the bands that stood behind the colours. */
    private static final class Target {

        private final DecodedImage m_image;

        Target(final DecodedImage stored, final int colours) {
            final var old = stored.shape();
            final int bytes = old.height() * old.width() * stored.type().bytes();
            final var shape = new ImageShape(old.channels() - colours + 3, old.height(), old.width());
            final var values = new byte[shape.channels() * bytes];
            System.arraycopy(stored.values(), colours * bytes, values, 3 * bytes,
                (old.channels() - colours) * bytes);
            m_image = new DecodedImage(shape, stored.type(), values);
        }

        void put(final int i, final int value) {
            if (m_image.type().bytes() == 1) {
                m_image.values()[i] = (byte)value;
            } else {
                m_image.values()[2 * i] = (byte)(value >> Byte.SIZE);
                m_image.values()[2 * i + 1] = (byte)value;
            }
        }

        DecodedImage image() {
            return m_image;
        }
    }
}
