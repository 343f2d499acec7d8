// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

import org.frugalvision.engine.run.Fingerprint;

/**
 * Something a method wants to know about the images of a pool. Answers are arrays with one entry per image, or stand
 * for all of them together, such as other images; shared and not to be modified.
 *
 * @param <T> type of the answer
 */
public final class Need<T> {

    /** Size of an answer that stands for any number of images. */
    static final int ANY = -1;

    /** The class index of every image, -1 where it has none. */
    public static final Need<int[]> LABELS = new Need<>("labels", labels -> labels.length,
        (labels, indices) -> Arrays.stream(indices).map(i -> labels[i]).toArray(),
        (labels, fingerprint) -> Arrays.stream(labels).forEach(fingerprint::add));

    /**
     * Every image, averaged over areas to at most 8 x 8 pixels per channel, as one vector (CHW) of values in [0,1]. See
     * {@link Thumbnails}.
     */
    public static final Need<float[][]> THUMBNAILS = vectors("thumbnails");

    /** A vector for every image by which images can be compared: its embedding, where there are none its thumbnail. */
    public static final Need<float[][]> VECTORS = vectors("vectors");

    /** The values of every image that enter the last layer of a network. */
    public static final Need<float[][]> EMBEDDINGS = vectors("embeddings");

    /** The probabilities of the classes that a network gives every image; they sum to 1. */
    public static final Need<double[][]> PROBABILITIES = rows("probabilities");

    /**
     * For every image and class, how far the embedding is from the boundary between the class that the last layer of a
     * network predicts and that class: difference of scores / distance of weights; 0 for the predicted class (ties:
     * lowest class), infinite where the boundary cannot be reached.
     */
    public static final Need<double[][]> BOUNDARIES = rows("distances to boundaries");

    /** How often every image was forgotten in a training, see the training method <i>Training history</i>. */
    public static final Need<double[]> FORGETTING = numbers("forgetting events");

    /** The probabilities of the classes in passes of a network with dropout: image, pass, class. */
    public static final Need<double[][][]> DROPOUT = new Need<>("probabilities with dropout", passes -> passes.length,
        (passes, indices) -> Arrays.stream(indices).mapToObj(i -> passes[i]).toArray(double[][][]::new),
        (passes, fingerprint) -> Arrays.stream(passes).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream)
            .forEach(value -> fingerprint.add(Double.doubleToLongBits(value))));

    /** The probabilities that the network of the round before gave every image. */
    public static final Need<double[][]> PREVIOUS_PROBABILITIES = rows("probabilities of the round before");

    /** The loss of every image in a pretext task, such as telling by how much it was rotated. */
    public static final Need<double[]> PRETEXT_LOSS = numbers("loss of a pretext task");

    /** The length of probabilities less label early in training (EL2N), averaged over networks. */
    public static final Need<double[]> ERROR_NORMS = numbers("lengths of errors (EL2N)");

    /** The length of the gradient by the last layer early in training (GraNd), averaged over networks. */
    public static final Need<double[]> GRADIENT_NORMS = numbers("lengths of gradients (GraNd)");

    /** The length of the smallest change of pixels that DeepFool finds enough for another prediction. */
    public static final Need<double[]> DEEP_FOOL = numbers("smallest changes (DeepFool)");

    /** The length of the change of pixels by steps of equal size that is enough for another prediction. */
    public static final Need<double[]> ITERATIVE = numbers("smallest changes (BIM)");

    /** The names of the classes that labels and probabilities count. */
    public static final Need<List<String>> CLASSES = new Need<>("classes", names -> ANY, (names, indices) -> names,
        (names, fingerprint) -> names.forEach(fingerprint::add));

    /** Images that were selected before, which a method goes on from; there may be none. */
    public static final Need<Pool> SELECTED = others("images selected already, if there are any", "Already selected");

    /** The same images with {@link #LABELS} of theirs, of which there must be some. */
    public static final Need<Pool> LABELLED = others("images selected already, with labels", "Already selected");

    /** Images like those that are wanted, of which there must be some. */
    public static final Need<Pool> QUERY = others("query images", "Query");

    /** Images unlike those that are wanted, of which there must be some. */
    public static final Need<Pool> PRIVATE = others("private images", "Private");

    private final String m_name;

    /** Visible name of the input that has the other images; empty if there are none. */
    private final String m_port;

    private final ToIntFunction<T> m_size;

    private final BiFunction<T, int[], T> m_slice;

    private final BiConsumer<T, Fingerprint> m_identify;

    private Need(final String name, final ToIntFunction<T> size, final BiFunction<T, int[], T> slice,
        final BiConsumer<T, Fingerprint> identify) {
        this(name, "", size, slice, identify);
    }

    private Need(final String name, final String port, final ToIntFunction<T> size,
        final BiFunction<T, int[], T> slice, final BiConsumer<T, Fingerprint> identify) {
        m_name = name;
        m_port = port;
        m_size = size;
        m_slice = slice;
        m_identify = identify;
    }

    private static Need<float[][]> vectors(final String name) {
        return new Need<>(name, rows -> rows.length,
            (rows, indices) -> Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(float[][]::new),
            (rows, fingerprint) -> Arrays.stream(rows).forEach(fingerprint::add));
    }

    private static Need<double[]> numbers(final String name) {
        return new Need<>(name, values -> values.length,
            (values, indices) -> Arrays.stream(indices).mapToDouble(i -> values[i]).toArray(),
            (values, fingerprint) -> Arrays.stream(values)
                .forEach(value -> fingerprint.add(Double.doubleToLongBits(value))));
    }

    private static Need<double[][]> rows(final String name) {
        return new Need<>(name, rows -> rows.length,
            (rows, indices) -> Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new),
            (rows, fingerprint) -> Arrays.stream(rows).flatMapToDouble(Arrays::stream)
                .forEach(value -> fingerprint.add(Double.doubleToLongBits(value))));
    }

    private static Need<Pool> others(final String name, final String port) {
        return new Need<>(name, port, pool -> ANY, (pool, indices) -> pool,
            (pool, fingerprint) -> fingerprint.add(pool.fingerprint()));
    }

    /** @return visible name of the input that has the images it stands for; empty if it stands for none */
    public String port() {
        return m_port;
    }

    /** @return its name in descriptions */
    @Override
    public String toString() {
        return m_name;
    }

    /** Number of images that the answer is for, or {@link #ANY}. */
    int size(final T answer) {
        return m_size.applyAsInt(answer);
    }

    T slice(final T answer, final int[] indices) {
        return m_slice.apply(answer, indices);
    }

    void identify(final T answer, final Fingerprint fingerprint) {
        m_identify.accept(answer, fingerprint);
    }
}
