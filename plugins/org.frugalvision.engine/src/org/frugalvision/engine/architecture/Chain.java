// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PatternDropout;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Collects the nodes of an architecture one after the other; each new one takes the last one's output. Numbers of
 * channels are those without width factor unless they say otherwise.
 */
final class Chain {

    private static final List<Integer> PYRAMID = List.of(4, 2, 1);

    private final ArchitectureInfo m_architecture;

    private final ImageShape m_input;

    private final ArchitectureOptions m_options;

    private final boolean m_normalised;

    private final List<Node> m_nodes = new ArrayList<>();

    private String m_last = Node.INPUT;

    /** @param normalised whether the architecture usually has batch normalisation */
    Chain(final ArchitectureInfo architecture, final ImageShape input, final ArchitectureOptions options,
        final boolean normalised) {
        for (final ArchitectureOption option : ArchitectureOption.values()) {
            final Object usual = ArchitectureOptions.DEFAULT.shown(option);
            if (!architecture.options().contains(option) && !options.shown(option).equals(usual)) {
                throw new SettingsException(option.title(), "must be %s for %s, which does not read it"
                    .formatted(Wording.value(usual), architecture.label()), options.shown(option),
                    "Set it back to %s.".formatted(Wording.value(usual)), "Choose another architecture.");
            }
        }
        if (Math.min(input.height(), input.width()) < architecture.smallest()) {
            throw new SettingsException("Architecture", "must fit images of %s (it needs at least %d x %d pixels)"
                .formatted(input, architecture.smallest(), architecture.smallest()), architecture.label(),
                "Use larger images.", "Choose another architecture.");
        }
        m_architecture = architecture;
        m_input = input;
        m_options = options;
        m_normalised = options.batchNorm() == BatchNorm.USUAL ? normalised : options.batchNorm() == BatchNorm.ON;
    }

    /** The node whose output the next one takes. */
    String last() {
        return m_last;
    }

    /** Lets the next node take the output of an earlier one. */
    Chain from(final String node) {
        m_last = node;
        return this;
    }

    Chain then(final String name, final Layer layer) {
        return then(name, layer, List.of(m_last));
    }

    /** A layer of several inputs, by name. */
    Chain join(final String name, final Layer layer, final String... inputs) {
        return then(name, layer, List.of(inputs));
    }

    /** Adds the last output and that of an earlier node. */
    Chain add(final String name, final String other, final Activation activation) {
        return then(name, new Addition(activation), List.of(m_last, other));
    }

    /** A convolution with a bias, or, if the network is normalised, without one and with a normalisation after it. */
    Chain convolution(final String name, final int filters, final int kernel, final int stride, final int padding,
        final Activation activation) {
        if (!m_normalised) {
            return then(name, new Convolution(filters, kernel, stride, padding, true, activation));
        }
        return then(name, new Convolution(filters, kernel, stride, padding, false, Activation.IDENTITY))
            .then(name + "-norm", new BatchNormalization(activation));
    }

    /** The same for a depthwise convolution of 3 x 3, padded. */
    Chain depthwise(final String name, final int stride, final Activation activation) {
        if (!m_normalised) {
            return then(name, new DepthwiseConvolution(3, stride, 1, true, activation));
        }
        return then(name, new DepthwiseConvolution(3, stride, 1, false, Activation.IDENTITY))
            .then(name + "-norm", new BatchNormalization(activation));
    }

    /** Drops maps at the end of a stage, if that is wanted. */
    Chain stageEnds(final int stage) {
        return m_options.mapDropout() == 0 ? this : then("stage%d-dropout".formatted(stage), new PatternDropout(
            m_options.mapDropout(), m_options.mapPattern().pattern(), m_options.mapBlock()));
    }

    /** Leaves the branch of a residual block out for some images, if that is wanted: the more, the later the block. */
    Chain branchEnds(final String block, final int number, final int blocks) {
        return m_options.stochasticDepth() == 0 ? this : then(block + "-depth", new PatternDropout(
            m_options.stochasticDepth() * number / blocks, PatternDropout.Pattern.IMAGES, 1));
    }

    /** Turns maps into a vector. */
    Chain head(final Head usual) {
        return switch (m_options.head() == Head.USUAL ? usual : m_options.head()) {
            case USUAL, FLATTEN -> this;
            case GLOBAL_AVERAGE -> then("head", new GlobalAveragePooling());
            case PYRAMID -> then("head", new SpatialPyramidPooling(PYRAMID));
        };
    }

    /** Ends the network with dropout, if it is wanted, and the scores of the classes. */
    NetworkSpec scores(final int classes) {
        if (m_options.dropout() > 0) {
            then("dropout", new Dropout(m_options.dropout()));
        }
        then("scores", new Dense(classes, Activation.IDENTITY));
        try {
            return new NetworkSpec(m_input, m_nodes);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("Architecture", "must fit images of " + m_input + " (" + e.getMessage() + ")",
                m_architecture.label(), "Use images of another size.", "Choose another architecture.");
        }
    }

    private Chain then(final String name, final Layer layer, final List<String> inputs) {
        m_nodes.add(new Node(name, layer, inputs));
        m_last = name;
        return this;
    }
}
