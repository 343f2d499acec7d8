// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.frugalvision.engine.image.ArrayFile;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/**
 * Arrays in an archive of NumPy (.npz), found by the words in their names: "x_train", "test_labels", "images", or in
 * the order in which numpy.savez was given two without names.
 */
public final class NumpyArchive {

    private static final Set<String> IMAGES = Set.of("images", "imgs", "x", "data");

    private static final Set<String> LABELS = Set.of("labels", "y", "target", "targets");

    private NumpyArchive() {
    }

    /**
     * @param file an array or an archive of arrays, told by its name
     * @param part which part of an archive; empty where it has but one
     * @return the array of images
     * @throws DataException if an archive cannot be read or does not have exactly one such array
     */
    public static ArrayFile images(final Path file, final Optional<BenchmarkPart> part) {
        return isArchive(file) ? find(file, part, IMAGES, "images", "arr_0.npy") : new ArrayFile(file);
    }

    /**
     * @param file an array or an archive of arrays, told by its name
     * @param part which part of an archive; empty where it has but one
     * @return the array of labels
     * @throws DataException if an archive cannot be read or does not have exactly one such array
     */
    public static ArrayFile labels(final Path file, final Optional<BenchmarkPart> part) {
        return isArchive(file) ? find(file, part, LABELS, "labels", "arr_1.npy") : new ArrayFile(file);
    }

    /**
     * @param file a file
     * @return whether its name ends like that of an archive
     */
    public static boolean isArchive(final Path file) {
        return BenchmarkFiles.words(file.getFileName().toString()).contains("npz");
    }

    private static ArrayFile find(final Path file, final Optional<BenchmarkPart> part, final Set<String> content,
        final String title, final String unnamed) {
        final List<String> members = members(file);
        final List<String> found = members.stream()
            .filter(member -> member.equals(unnamed) || !Collections.disjoint(content, BenchmarkFiles.words(member)))
            .filter(member -> part.isEmpty() || part.get().isIn(BenchmarkFiles.words(member))).toList();
        if (found.size() != 1) {
            throw new DataException(Wording.file(file),
                "there must be one array of %s%s, but its arrays are %s.".formatted(part.map(p -> p + " ").orElse(""),
                    title, members.stream().map(member -> '"' + member + '"').collect(Collectors.joining(", "))),
                "Choose \"Training\" or \"Test\" in \"Part\" and the folder of the file.",
                "Save the arrays as x_train, y_train, x_test and y_test.");
        }
        return new ArrayFile(file, found.get(0));
    }

    private static List<String> members(final Path file) {
        try (var archive = new ZipFile(file.toFile())) {
            return archive.stream().map(entry -> entry.getName()).sorted(NaturalOrder.INSTANCE).toList();
        } catch (final IOException e) {
            throw new DataException(Wording.file(file),
                "the archive cannot be read: %s.".formatted(FileProblem.of(e)), e,
                "Write it with numpy.savez.");
        }
    }
}
