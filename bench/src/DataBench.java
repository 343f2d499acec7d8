// SPDX-License-Identifier: Apache-2.0
// bench/run DataBench FOLDER-OR-ARCHIVE...: what is in data of yours and how long reading it takes

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.load.ArchiveLoader;
import org.frugalvision.engine.load.BenchmarkFiles;
import org.frugalvision.engine.load.BenchmarkPart;
import org.frugalvision.engine.load.Colours;
import org.frugalvision.engine.load.DecodeSettings;
import org.frugalvision.engine.load.FolderScan;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.ImageLoader;
import org.frugalvision.engine.load.ImageSink;
import org.frugalvision.engine.load.LoadedImage;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Reads data of yours and tells what is in them and how long it took: a folder with the training and test files of a
 * benchmark (IDX), an archive of class folders, or a folder of class folders.
 */
public final class DataBench {

    private static final DecodeSettings ALL = new DecodeSettings(Colours.BANDS, Optional.empty(), 0, 100_000_000);

    private DataBench() {
    }

    /** @param args folders or archives */
    public static void main(final String[] args) throws IOException, CanceledException {
        for (final String arg : args) {
            final var path = Path.of(arg);
            if (Files.isDirectory(path) && holdsIdx(path)) {
                for (final var part : BenchmarkPart.values()) {
                    idx(path, part);
                }
            } else {
                final long start = System.nanoTime();
                final var sink = new Counted();
                final var scan = BenchmarkPart.scan(Set.of());
                if (Files.isDirectory(path)) {
                    final var found = FolderScan.of(path, scan, RunControl.none());
                    found.rejected().forEach(sink::rejected);
                    ImageLoader.load(found.files(), ALL, 0, sink, RunControl.none());
                } else {
                    ArchiveLoader.load(path, scan, ALL, 0, sink, RunControl.none());
                }
                print(path.getFileName().toString(), sink.m_shapes, sink.m_classes, start);
                sink.m_reasons.forEach((reason, count) -> System.out.printf("  rejected %,d: %s%n", count, reason));
            }
        }
    }

    private static boolean holdsIdx(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("idx"));
        }
    }

    private static void idx(final Path folder, final BenchmarkPart part) {
        final long start = System.nanoTime();
        final var shapes = new TreeMap<String, Integer>();
        for (final var files : BenchmarkFiles.find(folder, BenchmarkFiles.Kind.IDX, part)) {
            try (var images = IdxImages.open(files.images(), ChannelOrder.LAST)) {
                final var labels = Arrays.stream(images.readLabels(files.labels())).boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
                while (images.hasNext()) {
                    images.next();
                    shapes.merge(images.shape().toString(), 1, Integer::sum);
                }
                print(folder.getFileName() + ", " + part, shapes, labels, start);
            }
        }
    }

    private static void print(final String what, final TreeMap<String, Integer> shapes, final Set<?> classes,
        final long start) {
        System.out.printf(Locale.ROOT, "%s: %,d images, %d shapes, %d classes, %.1f s%n", what,
            shapes.values().stream().mapToInt(count -> count).sum(), shapes.size(), classes.size(),
            (System.nanoTime() - start) / 1e9);
        shapes.entrySet().stream().limit(5).map(entry -> "  %,d of %s".formatted(entry.getValue(), entry.getKey()))
            .forEach(System.out::println);
        System.out.println("  classes " + List.copyOf(classes));
    }

    private static final class Counted implements ImageSink<String> {

        private final TreeMap<String, Integer> m_shapes = new TreeMap<>();

        private final TreeMap<String, Integer> m_reasons = new TreeMap<>();

        private final TreeSet<String> m_classes = new TreeSet<>();

        @Override
        public String prepare(final LoadedImage image) {
            return image.image().summary();
        }

        @Override
        public void image(final FoundFile file, final String shape) {
            m_shapes.merge(shape, 1, Integer::sum);
            file.label().ifPresent(m_classes::add);
        }

        @Override
        public void rejected(final Rejection rejection) {
            m_reasons.merge(rejection.reason(), 1, Integer::sum);
        }
    }
}
