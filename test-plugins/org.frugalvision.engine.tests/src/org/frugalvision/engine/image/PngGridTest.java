// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * PNG files of every colour type and depth, interlaced or not, with and without a transparent colour, every filter:
 * written here sample by sample, so that the right values are known.
 */
@RunWith(Parameterized.class)
public final class PngGridTest {

    private static final int[][] PASSES =
        {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};

    private final int m_type;

    private final int m_bits;

    private final boolean m_interlaced;

    private final boolean m_key;

    private final int m_width;

    private final int m_height;

    private final int m_samples;

    private final int[] m_pixels;

    private final int[] m_palette;

    private final int[] m_opacity;

    public PngGridTest(final String name, final int type, final int bits, final boolean interlaced, final boolean key,
        final int size) {
        m_type = type;
        m_bits = bits;
        m_interlaced = interlaced;
        m_key = key;
        m_width = size;
        m_height = (size + 2) / 2;
        m_samples = type == PngHeader.RGB ? 3 : type == PngHeader.GREY_ALPHA ? 2 : type == PngHeader.RGB_ALPHA ? 4 : 1;
        final var random = new Random(name.hashCode());
        m_pixels = random.ints(m_width * m_height * m_samples, 0, 1 << bits).toArray();
        m_palette = random.ints(3 << Math.min(8, bits), 0, 256).toArray();
        m_opacity = random.ints(1 << Math.min(8, bits), 0, 256).toArray();
    }

    @Parameters(name = "{0}")
    public static List<Object[]> kinds() {
        final var kinds = new ArrayList<Object[]>();
        for (final int[] kind : new int[][]{{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2},
            {3, 4}, {3, 8}, {4, 8}, {4, 16}, {6, 8}, {6, 16}}) {
            for (int way = 0; way < (kind[0] > 3 ? 2 : 4); way++) {
                for (final int size : new int[]{1, 5, 23}) {
                    kinds.add(new Object[]{"type %d, %d bits, way %d, size %d".formatted(kind[0], kind[1], way, size),
                        kind[0], kind[1], way % 2 == 1, way > 1, size});
                }
            }
        }
        return kinds;
    }

    @Test
    public void readsEveryValue() {
        final byte[] png = file();

        final var image = PngImages.decode(png, "File");
        final var deep = PngImages.decodeDeep(png, "File");

        assertEquals(image.shape(), PngImages.shape(png, "File"));
        assertEquals(new ImageShape(channels(), m_height, m_width), image.shape());
        assertEquals(m_bits == 16 ? SampleType.U16 : SampleType.U8, deep.type());
        final int area = m_width * m_height;
        for (int i = 0; i < image.shape().size(); i++) {
            final int wanted = wanted(i / area, i % area);
            assertEquals(m_bits == 16 ? (wanted + 128) / 257 : wanted, image.value(i));
            assertEquals(wanted, deep.value(i));
        }
    }

    private int channels() {
        if (m_type == PngHeader.GREY_ALPHA || m_type == PngHeader.RGB_ALPHA || m_key) {
            return 4;
        }
        return m_type == PngHeader.GREY ? 1 : 3;
    }

    private int wanted(final int channel, final int pixel) {
        final int most = m_bits == 16 ? 65_535 : 255;
        final int first = m_pixels[pixel * m_samples];
        if (m_type == PngHeader.PALETTE) {
            return channel == 3 ? m_opacity[first] : m_palette[3 * first + channel];
        }
        if (channel == 3 && m_key) {
            boolean same = true;
            for (int i = 0; i < m_samples; i++) {
                same &= m_pixels[pixel * m_samples + i] == m_pixels[i];
            }
            return same ? 0 : most;
        }
        final int sample = switch (m_type) {
            case PngHeader.GREY -> 0;
            case PngHeader.GREY_ALPHA -> channel / 3;
            default -> channel;
        };
        return (int)((long)m_pixels[pixel * m_samples + sample] * most / ((1 << m_bits) - 1));
    }

    private byte[] file() {
        final var png = new PngFile().chunk("IHDR",
            PngFile.header(m_width, m_height, m_bits, m_type, m_interlaced ? 1 : 0));
        if (m_type == PngHeader.PALETTE) {
            png.chunk("PLTE", m_palette);
        }
        if (m_key) {
            final var key = new int[2 * m_samples];
            for (int i = 0; i < key.length; i++) {
                key[i] = m_pixels[i / 2] >> 8 * (1 - i % 2);
            }
            png.chunk("tRNS", m_type == PngHeader.PALETTE ? m_opacity : key);
        }
        final var data = new ArrayList<Integer>();
        for (final int[] pass : m_interlaced ? PASSES : new int[][]{{0, 0, 1, 1}}) {
            addPass(data, pass);
        }
        return png.data(data.stream().mapToInt(i -> i).toArray()).end();
    }

    private void addPass(final List<Integer> data, final int[] pass) {
        int[] above = null;
        for (int y = pass[1]; y < m_height && pass[0] < m_width; y += pass[3]) {
            final int columns = (m_width - pass[0] + pass[2] - 1) / pass[2];
            final var row = new int[(columns * m_samples * m_bits + 7) / 8];
            for (int i = 0; i < columns * m_samples * m_bits; i++) {
                final int sample = i / m_bits;
                final int value = m_pixels[(y * m_width + pass[0] + sample / m_samples * pass[2]) * m_samples
                    + sample % m_samples];
                row[i / 8] |= (value >> m_bits - 1 - i % m_bits & 1) << 7 - i % 8;
            }
            final int filter = y % 5;
            data.add(filter);
            for (int i = 0; i < row.length; i++) {
                data.add(row[i] - predicted(filter, row, above == null ? new int[row.length] : above, i) & 0xFF);
            }
            above = row;
        }
    }

    private int predicted(final int filter, final int[] row, final int[] above, final int i) {
        final int step = Math.max(1, m_samples * m_bits / 8);
        final int left = i < step ? 0 : row[i - step];
        final int corner = i < step ? 0 : above[i - step];
        final int[] candidates = {left, above[i], corner};
        int nearest = 0;
        for (int k = 1; k < 3; k++) {
            final int target = left + above[i] - corner;
            nearest = Math.abs(target - candidates[k]) < Math.abs(target - candidates[nearest]) ? k : nearest;
        }
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above[i];
            case 3 -> (left + above[i]) / 2;
            default -> candidates[nearest];
        };
    }
}
