// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.image.ArrayFile;
import org.frugalvision.engine.run.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files of benchmarks under the names by which they are published. */
public final class BenchmarkFilesTest {

    /** The folder. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void findsThePartsOfMnistAndItsRelatives() throws IOException {
        write("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images.idx3-ubyte",
            "t10k-labels.idx1-ubyte", ".train-images.idx", "x_train.npy", "README.txt");

        assertEquals(List.of(pair("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")),
            find(BenchmarkFiles.Kind.IDX, BenchmarkPart.TRAIN));
        assertEquals(List.of(pair("t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte")),
            find(BenchmarkFiles.Kind.IDX, BenchmarkPart.TEST));
    }

    @Test
    public void findsNumPyArrays() throws IOException {
        write("X_train.npy", "y_train.npy", "test_images.npy", "test_labels.npy", "x_val.npy");

        assertEquals(List.of(pair("X_train.npy", "y_train.npy")),
            find(BenchmarkFiles.Kind.NPY, BenchmarkPart.TRAIN));
        assertEquals(List.of(pair("test_images.npy", "test_labels.npy")),
            find(BenchmarkFiles.Kind.NPY, BenchmarkPart.TEST));
    }

    @Test
    public void findsBothKindsOfCifarInNaturalOrder() throws IOException {
        write("data_batch_10.bin", "data_batch_2.bin", "test_batch.bin", "batches.meta.txt");

        assertEquals(List.of(pair("data_batch_2.bin", "data_batch_2.bin"),
            pair("data_batch_10.bin", "data_batch_10.bin")), find(BenchmarkFiles.Kind.CIFAR, BenchmarkPart.TRAIN));
        assertEquals(List.of(pair("test_batch.bin", "test_batch.bin")),
            find(BenchmarkFiles.Kind.CIFAR, BenchmarkPart.TEST));

        write("train.bin");
        assertEquals(3, find(BenchmarkFiles.Kind.CIFAR, BenchmarkPart.TRAIN).size());
    }

    @Test
    public void saysWhatIsMissingOrAmbiguous() throws IOException {
        write("a-train-images.idx", "b-train-images.idx", "train-labels.idx", "t10k-images.idx");

        assertEquals("Folder \"" + root() + "\": there must be one IDX file of training images, but there are "
            + "a-train-images.idx, b-train-images.idx.", refusal(BenchmarkFiles.Kind.IDX, BenchmarkPart.TRAIN));
        assertEquals("Folder \"" + root() + "\": there must be one IDX file of test labels, but there is none.",
            refusal(BenchmarkFiles.Kind.IDX, BenchmarkPart.TEST));
        assertEquals("Folder \"" + root() + "\": there must be one binary file of CIFAR of test images, but there "
            + "is none.", refusal(BenchmarkFiles.Kind.CIFAR, BenchmarkPart.TEST));
    }

    @Test
    public void knowsTheFilesOfCifarForPython() throws IOException {
        write("data_batch_1", "batches.meta");

        assertEquals("File \"" + root().resolve("data_batch_1") + "\": this looks like CIFAR for Python, which is not "
            + "read.", refusal(BenchmarkFiles.Kind.CIFAR, BenchmarkPart.TRAIN));
    }

    @Test
    public void takesAnArchiveWhereThereAreNoArrays() throws IOException {
        write("mnist.npz");

        assertEquals(List.of(pair("mnist.npz", "mnist.npz")),
            find(BenchmarkFiles.Kind.NPY, BenchmarkPart.TRAIN));
    }

    @Test
    public void findsArraysInAnArchive() throws IOException {
        final var archive = archive("x_test.npy", "x_train.npy", "y_test.npy", "y_train.npy");

        assertEquals(new ArrayFile(archive, "x_train.npy"),
            NumpyArchive.images(archive, Optional.of(BenchmarkPart.TRAIN)));
        assertEquals(new ArrayFile(archive, "y_test.npy"),
            NumpyArchive.labels(archive, Optional.of(BenchmarkPart.TEST)));
        assertEquals("File \"" + archive + "\": there must be one array of images, but its arrays are \"x_test.npy\", "
            + "\"x_train.npy\", \"y_test.npy\", \"y_train.npy\".", assertThrows(DataException.class,
                () -> NumpyArchive.images(archive, Optional.empty())).getMessage());
    }

    @Test
    public void findsArraysWithoutNamesInTheirOrder() throws IOException {
        final var archive = archive("arr_0.npy", "arr_1.npy");

        assertEquals(new ArrayFile(archive, "arr_0.npy"), NumpyArchive.images(archive, Optional.empty()));
        assertEquals(new ArrayFile(archive, "arr_1.npy"), NumpyArchive.labels(archive, Optional.empty()));
        assertEquals(new ArrayFile(root().resolve("x.npy")),
            NumpyArchive.images(root().resolve("x.npy"), Optional.empty()));
    }

    private Path archive(final String... names) throws IOException {
        final var archive = root().resolve("all.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (final var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        return archive;
    }

    @Test
    public void partsOfAnArchiveAreTopFolders() {
        assertEquals(List.of("train/cat/1.png", "pets/train/cat/1.png", "Train/test/1.png"),
            inArchive(Set.of(BenchmarkPart.TRAIN)));
        assertEquals(List.of("pets/test/train/1.png", "test/train/2.png", "testing/cat/3.png"),
            inArchive(Set.of(BenchmarkPart.TEST)));
        assertEquals(6, inArchive(Set.of(BenchmarkPart.values())).size());
        assertEquals(8, inArchive(Set.of()).size());
    }

    private static List<String> inArchive(final Set<BenchmarkPart> parts) {
        final var scan = BenchmarkPart.scan(parts);
        final var include = new NamePatterns("Include", scan.include());
        final var exclude = new NamePatterns("Exclude", scan.exclude());
        return List.of("train/cat/1.png", "pets/train/cat/1.png", "Train/test/1.png", "pets/test/train/1.png",
            "test/train/2.png", "testing/cat/3.png", "val/cat/1.png", "1.png").stream()
            .filter(path -> include.match(path) && !exclude.match(path)).toList();
    }

    private String refusal(final BenchmarkFiles.Kind kind, final BenchmarkPart part) {
        return assertThrows(DataException.class, () -> find(kind, part)).getMessage();
    }

    private List<BenchmarkFiles> find(final BenchmarkFiles.Kind kind, final BenchmarkPart part) {
        return BenchmarkFiles.find(root(), kind, part);
    }

    private BenchmarkFiles pair(final String images, final String labels) {
        return new BenchmarkFiles(root().resolve(images), root().resolve(labels));
    }

    private void write(final String... names) throws IOException {
        for (final String name : names) {
            Files.createFile(root().resolve(name));
        }
    }

    private Path root() {
        return m_folder.getRoot().toPath();
    }
}
