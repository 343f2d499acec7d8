// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * A binary file of CIFAR-10 or CIFAR-100 (Krizhevsky 2009), packed with gzip or not. The file is read twice: for its
 * labels, then image by image.
 */
public final class CifarImages implements ImageStream {

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    private final ByteSource m_source;

    private final CifarKind m_kind;

    private final int[] m_labels;

    private int m_next;

    private CifarImages(final ByteSource source, final CifarKind kind, final int[] labels) {
        m_source = source;
        m_kind = kind;
        m_labels = labels;
    }

    /**
     * Opens a file and reads its labels.
     *
     * @param file the file
     * @param kind its layout
     * @return the images, to be closed
     * @throws DataException if the file is missing, unreadable, empty, not a whole number of images, or holds a label
     *   that its layout does not know
     */
    public static CifarImages open(final Path file, final CifarKind kind) {
        final var labels = readLabels(file, kind);
        return new CifarImages(ByteSource.open(file), kind, labels);
    }

    @Override
    public int count() {
        return m_labels.length;
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    /** @return one label per image; a copy */
    public int[] labels() {
        return m_labels.clone();
    }

    @Override
    public boolean hasNext() {
        return m_next < m_labels.length;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are only " + m_labels.length + " images.");
        }
        m_next++;
        final var record = m_source.next(m_kind.labelBytes() + SHAPE.size());
        if (record.length < m_kind.labelBytes() + SHAPE.size()) {
            throw new DataException(Wording.file(m_source.file()), "the file has changed while it was read.",
                "Execute the node again.");
        }
        return Arrays.copyOfRange(record, m_kind.labelBytes(), record.length);
    }

    @Override
    public void close() {
        m_source.close();
    }

    private static int[] readLabels(final Path file, final CifarKind kind) {
        final int recordBytes = kind.labelBytes() + SHAPE.size();
        final var labels = IntStream.builder();
        try (var source = ByteSource.open(file)) {
            for (int image = 0;; image++) {
                final var record = source.next(recordBytes);
                if (record.length == 0 && image > 0) {
                    return labels.build().toArray();
                }
                if (image == 0 && Pickle.isIn(record)) {
                    throw new DataException(Wording.file(file),
                        "this is a pickled file of CIFAR for Python, which is not read.",
                        "Download the binary version of CIFAR.");
                }
                if (record.length < recordBytes) {
                    throw new DataException(Wording.file(file),
                        "a %s file holds %s bytes per image, but after %s there %s.".formatted(kind,
                            Wording.value(recordBytes), Wording.count(image, "image", "images"),
                            record.length == 1 ? "is 1 byte" : "are " + Wording.value(record.length) + " bytes"),
                        "Check the layout.", "Copy or download the file again.");
                }
                final int label = record[kind.label()] & 0xFF;
                if (label >= kind.classes()) {
                    throw new DataException(Wording.file(file),
                        "image %s has label %s, but the labels of %s are below %s.".formatted(
                        Wording.value(image + 1), Wording.value(label), kind, Wording.value(kind.classes())),
                        "Check the layout.");
                }
                labels.add(label);
            }
        }
    }
}
