// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonWriter;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;

/**
 * A network with its weights and the names of its classes, what it was trained on and what it cost so far. Immutable.
 * It computes under a {@link org.frugalvision.engine.run.Compute} lease; the native memory for that is freed before
 * each call returns. For many sets of images one after the other, see {@link Predictor}.
 */
public final class Network {

    private final NetworkSpec m_spec;

    private final List<String> m_classes;

    private final float[] m_weights;

    private final NetworkHistory m_history;

    private final List<CodedTensor> m_codes;

    private final List<ActivationRange> m_ranges;

    /**
     * @param spec the graph
     * @param classes names of the classes in the order of the scores; unique; copied
     * @param weights values in the order of {@link NetworkSpec#tensors}; copied
     * @param history where the weights come from
     * @throws IllegalArgumentException if the parts do not fit together, a weight is not finite, or a variance is below
     *             0
     */
    public Network(final NetworkSpec spec, final List<String> classes, final float[] weights,
        final NetworkHistory history) {
        this(spec, classes, weights, history, List.of(), List.of());
    }

    private Network(final NetworkSpec spec, final List<String> classes, final float[] weights,
        final NetworkHistory history, final List<CodedTensor> codes, final List<ActivationRange> ranges) {
        if (classes.size() != spec.classes() || classes.stream().distinct().count() != classes.size()) {
            throw new IllegalArgumentException("the network needs %,d different class names, but has %,d"
                .formatted(spec.classes(), classes.stream().distinct().count()));
        }
        if (weights.length != spec.parameters() || history.prior().length != classes.size()) {
            throw new IllegalArgumentException("its weights or its prior have another size than its graph");
        }
        for (final float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("it has a weight that is not finite: " + weight);
            }
        }
        for (final Tensor tensor : spec.tensors()) {
            for (int i = 0; i < tensor.length() && tensor.shape().role() == TensorShape.Role.VARIANCE; i++) {
                if (weights[tensor.offset() + i] < 0) {
                    throw new IllegalArgumentException("it has a variance below 0: " + weights[tensor.offset() + i]);
                }
            }
        }
        m_spec = spec;
        m_classes = List.copyOf(classes);
        m_weights = weights.clone();
        m_history = history;
        m_codes = List.copyOf(codes);
        m_codes.forEach(code -> code.check(code.tensor(spec), m_weights));
        m_ranges = List.copyOf(ranges);
        checkRanges();
    }

    private void checkRanges() {
        for (final ActivationRange range : m_ranges) {
            if (m_spec.nodes().stream().noneMatch(node -> node.name().equals(range.node()))) {
                throw new IllegalArgumentException("there is no node \"%s\" of which a range could be told"
                    .formatted(range.node()));
            }
        }
        if (m_ranges.stream().map(ActivationRange::node).distinct().count() < m_ranges.size()) {
            throw new IllegalArgumentException("two ranges are told of one node");
        }
        if (!m_ranges.isEmpty() && m_codes.isEmpty()) {
            throw new IllegalArgumentException("its weights are no whole multiples of steps");
        }
    }

    /**
     * A network that has learned nothing yet: weights at random, uniform, with a variance of 2 / fan-in; biases 0.
     *
     * @param spec the graph
     * @param classes names of the classes
     * @param architecture a name for the graph, such as the id of its architecture; see {@link NetworkHistory}
     * @param seeds source of the weights; equal seeds give equal bits on every machine
     * @return the network
     */
    public static Network initialise(final NetworkSpec spec, final List<String> classes, final String architecture,
        final Seeds seeds) {
        return initialise(spec, classes, Labelling.ONE, architecture, seeds);
    }

    /**
     * The same for images that may belong to several classes.
     *
     * @param spec the graph
     * @param classes names of the classes
     * @param labelling how many classes an image belongs to
     * @param architecture a name for the graph
     * @param seeds source of the weights
     * @return the network
     */
    public static Network initialise(final NetworkSpec spec, final List<String> classes, final Labelling labelling,
        final String architecture, final Seeds seeds) {
        return new Network(spec, classes, Initialiser.weights(spec, seeds),
            NetworkHistory.untrained(architecture, labelling, classes.size()));
    }

    /**
     * The same without a name for the graph.
     *
     * @param spec the graph
     * @param classes names of the classes
     * @param seeds source of the weights
     * @return the network
     */
    public static Network initialise(final NetworkSpec spec, final List<String> classes, final Seeds seeds) {
        return initialise(spec, classes, "", seeds);
    }

    /** @return the graph */
    public NetworkSpec spec() {
        return m_spec;
    }

    /** @return names of the classes in the order of the scores; not modifiable */
    public List<String> classes() {
        return m_classes;
    }

    /** @return how many classes an image belongs to, and so how scores become probabilities */
    public Labelling labelling() {
        return m_history.labelling();
    }

    /** @return where the weights come from */
    public NetworkHistory history() {
        return m_history;
    }

    /** @return whether it was trained at least once */
    public boolean trained() {
        return !m_history.provenance().isEmpty();
    }

    /** @return the weights in the order of {@link NetworkSpec#tensors}, a copy */
    public float[] weights() {
        return m_weights.clone();
    }

    /**
     * @param codes tensors whose values are whole multiples of steps
     * @return the same network, whose file holds these values as whole numbers of a few bits
     * @throws IllegalArgumentException if the values are no such multiples, or there is no such tensor
     */
    public Network coded(final List<CodedTensor> codes) {
        return new Network(m_spec, m_classes, m_weights, m_history, codes, m_ranges);
    }

    /** @return the tensors that its file holds as whole numbers; empty unless {@link #coded}; not modifiable */
    public List<CodedTensor> codes() {
        return m_codes;
    }

    /**
     * @param ranges between which values the outputs of its nodes lie
     * @return the same network, which is applied in whole numbers of 8 bits where the processor can
     * @throws IllegalArgumentException if it is not {@link #coded}, or there is no such node, or two ranges of one
     */
    public Network inEightBits(final List<ActivationRange> ranges) {
        return new Network(m_spec, m_classes, m_weights, m_history, m_codes, ranges);
    }

    /** @return what is known of outputs; empty unless {@link #inEightBits}; not modifiable */
    public List<ActivationRange> ranges() {
        return m_ranges;
    }

    /**
     * @return SHA-256 over graph, class names, ranges of {@link #inEightBits} and the bits of all weights: equal for
     *         networks that compute the same
     */
    public String hash() {
        final Fingerprint fingerprint = new Fingerprint().add(JsonWriter.write(SpecFormat.write(m_spec)));
        m_classes.forEach(fingerprint::add);
        if (labelling() == Labelling.SEVERAL) {
            fingerprint.add(labelling().name());
        }
        for (final ActivationRange range : m_ranges) {
            fingerprint.add(range.node()).add(new float[]{range.least(), range.most()});
        }
        return fingerprint.add(m_weights).hex();
    }

    /**
     * The same network, with the same weights, for images of another size.
     *
     * @param shape shape of the images
     * @param where names the images; see {@link Wording}
     * @return the network
     * @throws DataException if the network does not take such images
     */
    public Network forImages(final ImageShape shape, final String where) {
        return new Network(specFor(shape, where), m_classes, m_weights, m_history, m_codes, m_ranges);
    }

    /**
     * The labels of images as indices of this network's classes, found by the names of the classes.
     *
     * @param images images
     * @return labels in the order of the images
     * @throws DataException if an image has no label or one that the network does not know
     */
    public int[] labels(final ImageSet images) {
        final List<String> known = m_classes.stream().map(ClassName::of).toList();
        final int[] own = images.classes().stream().map(ClassName::of).mapToInt(known::indexOf).toArray();
        final int[] labels = new int[images.size()];
        for (int i = 0; i < labels.length; i++) {
            final int label = images.label(i);
            if (label == ImageSet.UNLABELLED) {
                throw new DataException(Wording.row(images.id(i)), "the image has no label.",
                    "Remove the rows without label.");
            }
            if (own[label] < 0) {
                throw new DataException(Wording.row(images.id(i)), "the network does not know the class "
                    + Wording.value(images.classes().get(label)) + ".", "Remove the rows of this class.",
                    "Train a network that knows it.");
            }
            labels[i] = own[label];
        }
        return labels;
    }

    /**
     * The graph for images of a shape: this network's own, or, if it is free in that, one of another size.
     *
     * @param shape shape of an image
     * @param where names the image; see {@link Wording}
     * @return the graph
     * @throws DataException if the network does not take such images
     */
    public NetworkSpec specFor(final ImageShape shape, final String where) {
        final ImageShape own = m_spec.input();
        if (shape.equals(own)) {
            return m_spec;
        }
        if (!m_spec.sizeFree()) {
            throw new DataException(where,
                "the image has %s, but must have %s because the network was trained on images of that size."
                    .formatted(shape, own),
                "Bring the images to that size.", "Train a network on images of this size.",
                "Choose an architecture with a pooling head, which takes images of any size.");
        }
        if (shape.channels() != own.channels()) {
            throw new DataException(where, "the image has %s, but must have %s as those the network was trained on."
                .formatted(channels(shape), channels(own)), "Bring the images to that number of channels.");
        }
        try {
            return m_spec.withInput(shape);
        } catch (IllegalArgumentException e) {
            throw new DataException(where, "the image has %s, which is too small or too large for the network (%s)."
                .formatted(shape, e.getMessage().replaceFirst("\\.$", "")), e,
                "Use images of the size the network was trained on.");
        }
    }

    /**
     * Writes the network in our own format: a zip file with a readable description and the weights, closed by a
     * checksum. Equal networks give equal bytes.
     *
     * @param out receives the file, not closed
     * @throws IOException if writing fails
     */
    public void save(final OutputStream out) throws IOException {
        NetworkFile.write(this, out);
    }

    /**
     * Reads what {@link #save} wrote. Nothing in the file is trusted before its checksum was found right.
     *
     * @param file the file
     * @return the network
     * @throws NetworkFormatException if it is damaged, cut off, of a later version, too large, or no network
     * @throws IOException if reading fails
     */
    public static Network load(final Path file) throws IOException {
        return NetworkFile.read(file);
    }

    private static String channels(final ImageShape shape) {
        return Wording.count(shape.channels(), "channel", "channels");
    }
}
