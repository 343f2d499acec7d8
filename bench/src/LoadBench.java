// SPDX-License-Identifier: Apache-2.0
// bench/run LoadBench: seconds to find, decode and encode PNG and JPEG files, the engine alone

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
 * 640 x 480 pixels, shrunk to 64 x 64: the engine's part of the work, see {@link LoadNodeBench} for the whole node.
 */
public final class LoadBench {

    private LoadBench() {
    }

    /** @param args none */
    public static void main(final String[] args) throws IOException, CanceledException {
        try (var files = LoadFiles.ofSmallPng()) {
            run(files, Optional.empty());
        }
        try (var files = LoadFiles.ofJpeg()) {
            run(files, Optional.of(new TargetSize(64, 64, Fit.STRETCH)));
        }
    }

    private static void run(final LoadFiles files, final Optional<TargetSize> size) throws CanceledException {
        final long start = System.nanoTime();
        final long cpuStart = cpuNanos();
        final var scan = FolderScan.of(files.folder(),
            new ScanSettings(List.of("*"), List.of(), new Labelling.Folder(-1, "Label level"), new Labelling.None(),
                0, 0),
            RunControl.none());
        final var sink = new Encoded();
        ImageLoader.load(scan.files(), new DecodeSettings(Colours.KEEP, size, 0, 1L << 26), 2, sink,
            RunControl.none());
        System.out.printf(Locale.ROOT, "%s: %.1f s (CPU %.1f s), %,d bytes of cells, %d rejected%n", files.what(),
            (System.nanoTime() - start) / 1e9, (cpuNanos() - cpuStart) / 1e9, sink.m_bytes, sink.m_rejected);
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
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
