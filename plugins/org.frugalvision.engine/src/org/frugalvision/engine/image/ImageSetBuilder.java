// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * Collects images one by one into an {@link ImageSet}. Values beyond a limit of memory go to a temporary file. Not
 * thread-safe.
 */
public final class ImageSetBuilder {

    /** Half a gibibyte: values beyond it go to a temporary file unless told otherwise. */
    public static final long DEFAULT_MEMORY_BYTES = 512L << 20;

    private final ImageShape m_shape;

    private final SampleType m_type;

    private final List<String> m_classes;

    private final List<String> m_ids = new ArrayList<>();

    private final PixelStore m_pixels;

    private int[] m_labels = new int[64];

    private double[] m_weights = new double[64];

    private boolean m_built;

    /**
     * For sets of 8 bits that fit in memory.
     *
     * @param shape the shape of every image
     * @param classes class names in the order of labels; empty if the images are unlabelled
     */
    public ImageSetBuilder(final ImageShape shape, final List<String> classes) {
        this(shape, SampleType.U8, classes);
    }

    /**
     * For sets that fit in memory.
     *
     * @param shape the shape of every image
     * @param type how values are stored
     * @param classes class names in the order of labels; empty if the images are unlabelled
     */
    public ImageSetBuilder(final ImageShape shape, final SampleType type, final List<String> classes) {
        this(shape, type, classes, new HeapPixels(bytes(shape, type)));
    }

    /**
     * For sets of 8 bits and any size.
     *
     * @param shape the shape of every image
     * @param classes class names in the order of labels; empty if the images are unlabelled
     * @param memoryBytes how many bytes of values stay in memory, e.g. {@link #DEFAULT_MEMORY_BYTES}
     * @param temporaryFolder an existing folder for the rest
     */
    public ImageSetBuilder(final ImageShape shape, final List<String> classes, final long memoryBytes,
        final Path temporaryFolder) {
        this(shape, SampleType.U8, classes, memoryBytes, temporaryFolder);
    }

    /**
     * For sets of any size.
     *
     * @param shape the shape of every image
     * @param type how values are stored
     * @param classes class names in the order of labels; empty if the images are unlabelled
     * @param memoryBytes how many bytes of values stay in memory, e.g. {@link #DEFAULT_MEMORY_BYTES}
     * @param temporaryFolder an existing folder for the rest
     */
    public ImageSetBuilder(final ImageShape shape, final SampleType type, final List<String> classes,
        final long memoryBytes, final Path temporaryFolder) {
        this(shape, type, classes, new SpillingPixels(bytes(shape, type), memoryBytes, temporaryFolder));
    }

    private ImageSetBuilder(final ImageShape shape, final SampleType type, final List<String> classes,
        final PixelStore pixels) {
        if (new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("Class names must be unique, but are " + classes + ".");
        }
        m_shape = shape;
        m_type = type;
        m_classes = List.copyOf(classes);
        m_pixels = pixels;
    }

    /**
     * Appends an image of weight 1.
     *
     * @param id identifies the image
     * @param values {@code type.bytes()} bytes per value, CHW; copied
     * @param label index into the class names, or {@link ImageSet#UNLABELLED}
     * @return this
     * @throws DataException if the image has another number of values than the shape
     */
    public ImageSetBuilder add(final String id, final byte[] values, final int label) {
        return add(id, values, label, 1);
    }

    /**
     * Appends an image.
     *
     * @param id identifies the image
     * @param values {@code type.bytes()} bytes per value, CHW; copied
     * @param label index into the class names, or {@link ImageSet#UNLABELLED}
     * @param weight how much the image counts in training, finite and not negative
     * @return this
     * @throws DataException if the image has another number of values than the shape, or the weight is not possible
     */
    public ImageSetBuilder add(final String id, final byte[] values, final int label, final double weight) {
        if (m_built) {
            throw new IllegalStateException("The set is built already.");
        }
        if (values.length != m_shape.size() * m_type.bytes()) {
            throw new DataException(Wording.row(id), "the image has %s, but %s (%s) were expected.".formatted(
                Wording.count(values.length / m_type.bytes(), "value", "values"), Wording.value(m_shape.size()),
                m_shape));
        }
        if (label != ImageSet.UNLABELLED && (label < 0 || label >= m_classes.size())) {
            throw new IllegalArgumentException("Label " + label + " is none of " + m_classes.size() + " classes.");
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new DataException(Wording.row(id),
                "the weight must be a number of at least 0, but is " + Wording.value(weight) + ".");
        }
        final int i = m_ids.size();
        if (i == m_labels.length) {
            m_labels = Arrays.copyOf(m_labels, 2 * i);
            m_weights = Arrays.copyOf(m_weights, 2 * i);
        }
        m_pixels.append(values);
        m_labels[i] = label;
        m_weights[i] = weight;
        m_ids.add(id);
        return this;
    }

    /** @return how many images were added */
    public int size() {
        return m_ids.size();
    }

    /** @return the set; nothing can be added afterwards */
    public ImageSet build() {
        m_built = true;
        return new StoredImages(m_shape, m_type, m_classes, List.copyOf(m_ids), Arrays.copyOf(m_labels, m_ids.size()),
            Arrays.copyOf(m_weights, m_ids.size()), m_pixels);
    }

    /** Frees the temporary file of a set that is not going to be built, e.g. after a cancellation. */
    public void discard() {
        m_built = true;
        m_pixels.discard();
    }

    private static int bytes(final ImageShape shape, final SampleType type) {
        return Math.multiplyExact(shape.size(), type.bytes());
    }
}
