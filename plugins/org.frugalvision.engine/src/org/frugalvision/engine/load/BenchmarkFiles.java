// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/**
 * Files of a benchmark, found in a folder by the words in their names: "train-images-idx3-ubyte.gz",
 * "emnist-letters-test-labels.idx", "x_train.npy", "data_batch_1.bin".
 *
 * @param images the file of images
 * @param labels the file of labels; that of the images where it holds them, too
 */
public record BenchmarkFiles(Path images, Path labels) {

    private static final Set<String> IMAGES = Set.of("images", "imgs", "x");

    private static final Set<String> LABELS = Set.of("labels", "y");

    /** What kinds of files there are. */
    public enum Kind {
        /** IDX, packed with gzip or not. */
        IDX("idx\\d?", "IDX file"),
        /** NumPy arrays, each in a file of its own or all in one archive. */
        NPY("npy", "NumPy file"),
        /** CIFAR's binary files. */
        CIFAR("bin", "binary file of CIFAR");

        private final String m_word;

        private final String m_title;

        Kind(final String word, final String title) {
            m_word = word;
            m_title = title;
        }

        /** For messages. */
        @Override
        public String toString() {
            return m_title;
        }

        private boolean isIn(final Set<String> words) {
            return words.stream().anyMatch(word -> word.matches(m_word));
        }
    }

    /**
     * Finds the files of a part. Folders in the folder are not searched.
     *
     * @param folder where they lie
     * @param kind their kind
     * @param part what they hold
     * @return the files in natural order of their names: one pair of IDX or NumPy files, or at least one of CIFAR
     * @throws DataException if the folder cannot be read, lacks such a file or has several where one is needed
     */
    public static List<BenchmarkFiles> find(final Path folder, final Kind kind, final BenchmarkPart part) {
        final List<Path> files = files(folder);
        if (kind == Kind.CIFAR) {
            final List<Path> found =
                files.stream().filter(file -> kind.isIn(words(file)) && part.isIn(words(file))).toList();
            if (found.isEmpty()) {
                refusePickles(files);
                throw missing(folder, kind, part + " images", "is none");
            }
            return found.stream().map(file -> new BenchmarkFiles(file, file)).toList();
        }
        final List<Path> archives = files.stream().filter(NumpyArchive::isArchive).toList();
        if (kind == Kind.NPY && archives.size() == 1 && files.stream().noneMatch(file -> kind.isIn(words(file)))) {
            return List.of(new BenchmarkFiles(archives.get(0), archives.get(0)));
        }
        return List.of(new BenchmarkFiles(one(folder, files, kind, part, IMAGES, " images"),
            one(folder, files, kind, part, LABELS, " labels")));
    }

    private static Path one(final Path folder, final List<Path> files, final Kind kind, final BenchmarkPart part,
        final Set<String> content, final String title) {
        final Predicate<Set<String>> wanted =
            words -> kind.isIn(words) && part.isIn(words) && !Collections.disjoint(content, words);
        final List<Path> found = files.stream().filter(file -> wanted.test(words(file))).toList();
        if (found.size() != 1) {
            throw missing(folder, kind, part + title, found.isEmpty() ? "is none" : "are "
                + found.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private static List<Path> files(final Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith("."))
                .sorted(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.INSTANCE)).toList();
        } catch (final IOException e) {
            throw new DataException(Wording.folder(folder),
                "the folder cannot be read: %s.".formatted(FileProblem.of(e)), e,
                "Check your permission to read it.");
        }
    }

    private static Set<String> words(final Path file) {
        return words(file.getFileName().toString());
    }

    /** The words in a name, in lower case. */
    static Set<String> words(final String name) {
        return Set.copyOf(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[-_. ]+")));
    }

    /** The files of CIFAR for Python have the same names but for the ".bin". */
    private static void refusePickles(final List<Path> files) {
        for (final var file : files) {
            final var words = words(file);
            if (words.containsAll(Set.of("data", "batch")) || words.containsAll(Set.of("test", "batch"))
                || words.equals(Set.of("train")) || words.equals(Set.of("test"))) {
                throw new DataException(Wording.file(file), "this looks like CIFAR for Python, which is not read.",
                    "Download the binary version of CIFAR.");
            }
        }
    }

    private static DataException missing(final Path folder, final Kind kind, final String what, final String found) {
        return new DataException(Wording.folder(folder),
            "there must be one %s of %s, but there %s.".formatted(kind, what, found),
            "Name the files yourself: choose \"As named\" in \"Part\".", "Choose another folder.");
    }
}
