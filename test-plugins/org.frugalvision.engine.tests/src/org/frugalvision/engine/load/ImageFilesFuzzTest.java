// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.Test;

/**
 * 2,100 seeded mutations of good files of every format: cut off, made longer, bytes flipped, numbers made huge, parts
 * exchanged, and under another name. Each must give an image or a reason; the counts are printed.
 */
public final class ImageFilesFuzzTest {

    private static final int MUTATIONS_PER_FORMAT = 350;

    private static final long MOST_PIXELS = 100_000;

    @Test(timeout = 120_000)
    public void givesAnImageOrAReasonForEveryMutation() throws IOException {
        int decoded = 0;
        int all = 0;
        for (final var format : files().entrySet()) {
            int decodedHere = 0;
            for (int seed = 0; seed < MUTATIONS_PER_FORMAT; seed++) {
                decodedHere += decodes(mutate(format.getValue(), new Random(seed)),
                    format.getKey() + " " + seed) ? 1 : 0;
            }
            System.out.printf("%s: %d decoded, %d rejected%n", format.getKey(), decodedHere,
                MUTATIONS_PER_FORMAT - decodedHere);
            decoded += decodedHere;
            all += MUTATIONS_PER_FORMAT;
        }
        assertTrue(decoded + " of " + all + " decoded", decoded > all / 5 && decoded < all * 4 / 5);
    }

    private static boolean decodes(final byte[] file, final String which) {
        try {
            final var image = ImageFiles.decode(file, MOST_PIXELS);
            assertTrue(which, image.shape().size() == image.values().length);
            return true;
        } catch (final RejectedException e) {
            assertFalse(which, e.getMessage().isBlank());
            return false;
        }
    }

    private static byte[] mutate(final byte[] file, final Random random) {
        final var mutated = file.clone();
        final int at = random.nextInt(file.length);
        switch (random.nextInt(8)) {
            case 0 -> {
                return Arrays.copyOf(file, at);
            }
            case 1 -> Arrays.fill(mutated, at, Math.min(file.length, at + 4), (byte)0xFF);
            case 2 -> Arrays.fill(mutated, at, Math.min(file.length, at + 4), (byte)0x7F);
            case 3 -> System.arraycopy(file, 0, mutated, at, Math.min(file.length - at, 8));
            case 4 -> {
                return Arrays.copyOf(file, file.length + at);
            }
            case 5 -> {
                // as it is: what a file with the wrong extension looks like from inside
            }
            default -> mutated[at] ^= 1 << random.nextInt(8);
        }
        return mutated;
    }

    private static Map<String, byte[]> files() throws IOException {
        final var files = new LinkedHashMap<String, byte[]>();
        for (final var format : new String[]{"png", "jpeg", "gif", "bmp", "tiff"}) {
            final var drawn = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < 1200; i++) {
                drawn.setRGB(i % 40, i / 40, i * 977 * 4093);
            }
            final var file = new ByteArrayOutputStream();
            assertTrue(format, ImageIO.write(drawn, format, file));
            files.put(format, file.toByteArray());
        }
        files.put("webp", Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"));
        return files;
    }
}
