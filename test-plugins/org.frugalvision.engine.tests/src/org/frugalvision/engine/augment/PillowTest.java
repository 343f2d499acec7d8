// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * The operations beside those of Pillow, on generated pictures and on parts of photographs in the public domain;
 * pillow_golden.py in this folder has written pillow.txt.
 */
@RunWith(Parameterized.class)
public final class PillowTest {

    private static final int WIDTH = 20;

    private static final int HEIGHT = 16;

    private static final List<String> PHOTOGRAPHS = List.of("astronaut", "camera");

    private final String m_operation;

    private final double m_magnitude;

    private final Raster m_picture;

    private final byte[] m_pillow;

    public PillowTest(final String operation, final String magnitude, final String picture, final String pillow)
        throws IOException {
        m_operation = operation;
        m_magnitude = Double.parseDouble(magnitude);
        m_picture = PHOTOGRAPHS.contains(picture) ? photograph(picture) : picture(picture.equals("rgb") ? 3 : 1);
        m_pillow = HexFormat.of().parseHex(pillow);
    }

    @Parameters(name = "{0} {1} {2}")
    public static List<Object[]> lines() throws IOException {
        final List<Object[]> lines =
            all().filter(line -> !line[0].equals("picture")).map(Object[].class::cast).toList();
        assertEquals(2 * 73, lines.size());
        return lines;
    }

    private static Stream<String[]> all() throws IOException {
        try (var in = PillowTest.class.getResourceAsStream("pillow.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().map(line -> line.split(" "));
        }
    }

    @Test
    public void agreesWithPillow() {
        final Raster ours = Operations.create(m_operation).apply(m_picture, m_magnitude,
            new Rendering(Border.BLACK, Interpolation.BILINEAR), Seeds.of(1).generator());

        assertEquals(m_pillow.length, ours.values().length);
        double sum = 0;
        for (int i = 0; i < m_pillow.length; i++) {
            final int difference = Math.abs(ours.values()[i] - (m_pillow[i] & 0xFF));
            assertTrue("value %d: %d, of Pillow %d".formatted(i, ours.values()[i], m_pillow[i] & 0xFF),
                difference <= largest());
            sum += difference;
        }
        assertTrue("mean difference " + sum / m_pillow.length, sum / m_pillow.length <= mean());
    }

    /**
     * How far a value may be away: Pillow cuts fractions off, blurs with boxes, and computes JPEG with integers, where
     * a tie that is rounded the other way changes a whole wave. Blur and JPEG change these pictures by 7 to 39 on
     * average.
     */
    private int largest() {
        return switch (m_operation) {
            case "horizontal-flip", "vertical-flip", "translate-x", "translate-y", "posterise", "solarise", "invert",
                "equalise", "gamma" -> 0;
            case "gaussian-blur" -> 18;
            case "jpeg" -> 24;
            default -> 1;
        };
    }

    private double mean() {
        return m_operation.equals("gaussian-blur") || m_operation.equals("jpeg") ? 2 : 0.6;
    }

    private static Raster photograph(final String name) throws IOException {
        final byte[] values = HexFormat.of().parseHex(all()
            .filter(line -> line[0].equals("picture") && line[2].equals(name)).findFirst().orElseThrow()[3]);
        final int[] numbers = new int[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i] & 0xFF;
        }
        return new Raster(new ImageShape(values.length / WIDTH / HEIGHT, HEIGHT, WIDTH), 255, numbers);
    }

    /** The formula of pillow_golden.py. */
    private static Raster picture(final int channels) {
        final var shape = new ImageShape(channels, HEIGHT, WIDTH);
        final int[] values = new int[shape.size()];
        for (int i = 0; i < values.length; i++) {
            final int channel = i / (WIDTH * HEIGHT);
            final int y = i / WIDTH % HEIGHT;
            final int x = i % WIDTH;
            values[i] = (x * x * (channel + 2) + 13 * y + 60 * channel + x * y % 7 * 9) % 256 * 3 / 4 + 20;
        }
        return new Raster(shape, 255, values);
    }
}
