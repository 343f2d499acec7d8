// SPDX-License-Identifier: Apache-2.0

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;

/** Folders of image files to be read: ten classes, written once and deleted in the end. */
record LoadFiles(String what, Path folder) implements AutoCloseable {

    private static final int CLASSES = 10;

    private interface Content {

        byte[] of(int i) throws IOException;
    }

    /** 60,000 PNG files of 28 x 28 pixels of noise. */
    static LoadFiles ofSmallPng() throws IOException {
        return write("60,000 PNG files of 28 x 28 pixels", 60_000, i -> {
            final var values = new byte[28 * 28];
            new Random(i).nextBytes(values);
            return PngImages.encode(new ImageShape(1, 28, 28), values);
        });
    }

    /** 10,000 JPEG files of 640 x 480 pixels of drawings. */
    static LoadFiles ofJpeg() throws IOException {
        return write("10,000 JPEG files of 640 x 480 pixels, to 64 x 64", 10_000, LoadFiles::jpeg);
    }

    private static LoadFiles write(final String what, final int count, final Content content) throws IOException {
        final var folder = Files.createTempDirectory("load-bench");
        for (int i = 0; i < count; i++) {
            final var label = Files.createDirectories(folder.resolve("class " + i % CLASSES));
            Files.write(label.resolve(i + ".img"), content.of(i));
        }
        return new LoadFiles(what, folder);
    }

    /** A few pictures are enough: what they show does not matter to the time. */
    private static byte[] jpeg(final int i) throws IOException {
        final var drawn = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        final var graphics = drawn.createGraphics();
        final var random = new Random(i % 7);
        for (int k = 0; k < 200; k++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(640), random.nextInt(480), random.nextInt(200), random.nextInt(200));
        }
        graphics.dispose();
        final var file = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", file);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
