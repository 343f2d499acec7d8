// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ArrayFile;
import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.CifarImages;
import org.frugalvision.engine.image.CifarKind;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.image.ImageStream;
import org.frugalvision.engine.image.NpyImages;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * 3,000 seeded mutations of good files of every format: cut off, made longer or empty, bytes flipped, numbers made
 * huge, half of that in the header, parts exchanged, and all under the name of another format. Each must give an image
 * or a reason within a time that only a hang exceeds; the counts are printed.
 */
public final class ImageFilesFuzzTest {

    private static final int MUTATIONS_PER_FORMAT = 200;

    private static final int SECONDS_PER_FILE = 60;

    private static final int HEADER = 48;

    private static final List<String> EXTENSIONS = List.of("jpg", "png", "tif", "gif", "bmp", "webp", "txt");

    private static final DecodeSettings KEEP = new DecodeSettings(Colours.KEEP, Optional.empty(), 0, 100_000);

    private static final DecodeSettings BANDS = new DecodeSettings(Colours.BANDS, Optional.empty(), 0, 100_000);

    /** Mutated files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    /** Whether a file gives an image; if not, it must give a reason. */
    private interface Reading {

        boolean gives(Path file) throws Exception;
    }

    @Test
    public void givesAnImageOrAReasonForEveryMutation() throws Exception {
        int decoded = 0;
        int all = 0;
        for (final var format : imageFiles().entrySet()) {
            decoded += decoded(format.getKey(), format.getValue(),
                file -> loads(file, format.getKey().startsWith("bands") ? BANDS : KEEP));
            all += MUTATIONS_PER_FORMAT;
        }
        decoded += decoded("npy", npy(),
            file -> reads(() -> NpyImages.open(new ArrayFile(file), ChannelOrder.LAST, false)));
        decoded += decoded("idx", idx(), file -> reads(() -> IdxImages.open(file, ChannelOrder.LAST)));
        decoded += decoded("cifar", new byte[2 * 3073], file -> reads(() -> CifarImages.open(file, CifarKind.CIFAR10)));
        all += 3 * MUTATIONS_PER_FORMAT;
        System.out.printf("all: %d decoded, %d rejected%n", decoded, all - decoded);
        assertTrue(decoded + " of " + all + " decoded", decoded > all / 5 && decoded < all * 4 / 5);
    }

    /** How many mutations of a file give an image. */
    private int decoded(final String format, final byte[] good, final Reading reading) throws Exception {
        int decoded = 0;
        final var watched = Executors.newSingleThreadExecutor();
        try {
            for (int seed = 0; seed < MUTATIONS_PER_FORMAT; seed++) {
                final Path file = m_folder.getRoot().toPath()
                    .resolve("%s%d.%s".formatted(format, seed, EXTENSIONS.get(seed % EXTENSIONS.size())));
                Files.write(file, mutate(good, new Random(seed)));
                try {
                    final var outcome = watched.submit(() -> reading.gives(file));
                    decoded += outcome.get(SECONDS_PER_FILE, TimeUnit.SECONDS) ? 1 : 0;
                } catch (final ExecutionException | TimeoutException e) {
                    throw new AssertionError("%s, seed %d".formatted(format, seed), e);
                }
            }
        } finally {
            watched.shutdownNow();
        }
        System.out.printf("%s: %d decoded, %d rejected%n", format, decoded, MUTATIONS_PER_FORMAT - decoded);
        assertTrue(format, decoded > 0 && decoded < MUTATIONS_PER_FORMAT);
        return decoded;
    }

    private static boolean loads(final Path file, final DecodeSettings settings) throws Exception {
        final var found = new FoundFile("f", file, Optional.empty(), Optional.empty(), Files.size(file));
        final int[] counts = new int[2];
        ImageLoader.load(List.of(found), settings, 1, new ImageSink<LoadedImage>() {

            @Override
            public LoadedImage prepare(final LoadedImage image) {
                return image;
            }

            @Override
            public void image(final FoundFile loaded, final LoadedImage image) {
                counts[0]++;
                final var decoded = image.image();
                assertEquals(decoded.shape().size() * decoded.type().bytes(), decoded.values().length);
            }

            @Override
            public void rejected(final Rejection rejection) {
                counts[1]++;
                assertFalse(rejection.reason().isBlank());
            }
        }, RunControl.none());
        assertEquals("one outcome", 1, counts[0] + counts[1]);
        return counts[0] == 1;
    }

    private static boolean reads(final Callable<ImageStream> open) throws Exception {
        try (var images = open.call()) {
            while (images.hasNext()) {
                assertEquals(images.shape().size() * images.type().bytes(), images.next().length);
            }
            return true;
        } catch (final DataException e) {
            assertFalse(e.getMessage().isBlank());
            return false;
        }
    }

    private static byte[] mutate(final byte[] file, final Random random) {
        final var mutated = file.clone();
        final int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, HEADER));
        switch (random.nextInt(9)) {
            case 0 -> {
                return Arrays.copyOf(file, at);
            }
            case 1 -> Arrays.fill(mutated, at, Math.min(file.length, at + 4), (byte)0xFF);
            case 2 -> Arrays.fill(mutated, at, Math.min(file.length, at + 4), (byte)0x7F);
            case 3 -> System.arraycopy(file, 0, mutated, at, Math.min(file.length - at, 8));
            case 4 -> {
                return Arrays.copyOf(file, file.length + 1 + at);
            }
            case 5 -> {
                // as it is, but for its name
            }
            case 6 -> {
                return random.nextInt(4) == 0 ? new byte[0] : Arrays.copyOfRange(file, at, file.length);
            }
            default -> mutated[at] ^= 1 << random.nextInt(8);
        }
        return mutated;
    }

    private static Map<String, byte[]> imageFiles() throws IOException {
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
        for (final String name : List.of("lossy.webp", "lossless.webp", "cmyk.jpg", "predicted-lzw.tif",
            "webp/q40_m3_alpha_83x61.webp", "tiff/floats-deflate-predicted.tif", "tiff/jpeg-tiles.tif")) {
            try (var in = ImageFilesFuzzTest.class.getResourceAsStream("files/" + name)) {
                files.put(name.equals("predicted-lzw.tif") ? "bands" : name.replace('.', ' ').replace('/', ' '), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] npy() {
        final byte[] header = "{'descr': '<u2', 'fortran_order': False, 'shape': (3, 4, 5, 6), }"
            .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + header.length + 720).put((byte)0x93).put("NUMPY".getBytes(
            StandardCharsets.US_ASCII)).put(new byte[]{1, 0, (byte)header.length, 0}).put(header).array();
    }

    private static byte[] idx() {
        return ByteBuffer.allocate(20 + 240).putInt(0x804).putInt(2).putInt(4).putInt(5).putInt(6).array();
    }
}
