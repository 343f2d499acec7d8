// SPDX-License-Identifier: Apache-2.0

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.load.Colours;
import org.frugalvision.engine.load.DecodeSettings;
import org.frugalvision.engine.load.Fit;
import org.frugalvision.engine.load.FolderScan;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.ImageLoader;
import org.frugalvision.engine.load.ImageSink;
import org.frugalvision.engine.load.Labelling;
import org.frugalvision.engine.load.LoadedImage;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.load.ScanSettings;
import org.frugalvision.engine.load.TargetSize;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Seconds to find, decode and encode again (as table cells are) 60,000 PNG files of 28 x 28 and 10,000 JPEG files of
 * 640 x 480 pixels, shrunk to 64 x 64.
 */
public final class LoadBench {

    private LoadBench() {
    }

    /** @param args none */
    public static void main(final String[] args) throws IOException, CanceledException {
        run("60,000 PNG files of 28 x 28 pixels", 60_000, Optional.empty(), i -> {
            final var values = new byte[28 * 28];
            new Random(i).nextBytes(values);
            return PngImages.encode(new ImageShape(1, 28, 28), values);
        });
        run("10,000 JPEG files of 640 x 480 pixels, to 64 x 64", 10_000,
            Optional.of(new TargetSize(64, 64, Fit.STRETCH)),
            LoadBench::jpeg);
    }

    private static void run(final String what, final int count, final Optional<TargetSize> size, final Content content)
        throws IOException, CanceledException {
        final var folder = Files.createTempDirectory("load-bench");
        try {
            for (int i = 0; i < count; i++) {
                final var label = Files.createDirectories(folder.resolve("class " + i % 10));
                Files.write(label.resolve(i + ".img"), content.of(i));
            }
            final long start = System.nanoTime();
            final long cpuStart = cpuNanos();
            final var scan = FolderScan.of(folder,
                new ScanSettings(List.of("*"), List.of(), new Labelling.Folder(-1), new Labelling.None(), 0, 0),
                RunControl.none());
            final var sink = new Encoded();
            ImageLoader.load(scan.files(), new DecodeSettings(Colours.KEEP, size, 0, 1L << 26), 2, sink,
                RunControl.none());
            System.out.printf(Locale.ROOT, "%s: %.1f s (CPU %.1f s), %,d bytes of cells, %d rejected%n", what,
                (System.nanoTime() - start) / 1e9, (cpuNanos() - cpuStart) / 1e9, sink.m_bytes, sink.m_rejected);
        } finally {
            try (var files = Files.walk(folder)) {
                for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
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

    private interface Content {

        byte[] of(int i) throws IOException;
    }

    private static final class Encoded implements ImageSink<byte[]> {

        private long m_bytes;

        private long m_rejected;

        @Override
        public byte[] prepare(final LoadedImage image) {
            return PngImages.encode(image.image().shape(), image.image().values());
        }

        @Override
        public void image(final FoundFile file, final byte[] png) {
            m_bytes += png.length;
        }

        @Override
        public void rejected(final Rejection rejection) {
            m_rejected++;
        }
    }
}
