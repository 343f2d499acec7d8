// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.OperationVertex.Place;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * DL4J's configuration of one of our networks. DL4J runs the graph, keeps its memory and computes the scores; what lies
 * before them are vertices of our own, because DL4J's layers compute most things twice (see {@link OperationVertex})
 * and its dropout depends on global random numbers. Channels come first (NCHW): with channels last, the oneDNN path
 * gives unstable results and crashes. The updater is ours, so DL4J's does nothing.
 */
final class GraphConfiguration {

    private final NetworkSpec m_spec;

    private final ActivationPlaces m_activations;

    private final DropoutNoise m_noise;

    private final Scratch m_scratch = new Scratch();

    private GraphConfiguration(final NetworkSpec spec, final DropoutNoise noise) {
        m_spec = spec;
        m_activations = new ActivationPlaces(spec);
        m_noise = noise;
    }

    static ComputationGraphConfiguration of(final NetworkSpec spec, final SoftmaxCrossEntropy loss,
        final DropoutNoise noise) {
        final GraphBuilder graph = new NeuralNetConfiguration.Builder()
            .updater(new NoOp())
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs(Node.INPUT)
            .setInputTypes(type(spec.input()));
        final var configuration = new GraphConfiguration(spec, noise);
        final Map<String, ImageShape> shapes = new HashMap<>(Map.of(Node.INPUT, spec.input()));
        for (final Node node : spec.nodes()) {
            final List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
            final String[] names = node.inputs().toArray(String[]::new);
            if (node == configuration.last()) {
                graph.addLayer(node.name(), new OutputLayer.Builder(loss).nIn(inputs.get(0).size())
                    .nOut(spec.classes()).activation(Activation.IDENTITY).build(), names);
            } else {
                graph.addVertex(node.name(), configuration.vertex(node, inputs), names);
            }
            shapes.put(node.name(), node.layer().output(inputs));
        }
        return graph.setOutputs(configuration.last().name()).build();
    }

    private OperationVertexConfiguration vertex(final Node node, final List<ImageShape> inputs) {
        final int weights =
            node.layer().tensors(inputs).stream().mapToInt(tensor -> Math.toIntExact(tensor.length())).sum();
        return new OperationVertexConfiguration(weights, type(node.layer().output(inputs)),
            vertexOf(node, inputs.get(0), node.layer().output(inputs)));
    }

    private Function<Place, OperationVertex> vertexOf(final Node node, final ImageShape input,
        final ImageShape output) {
        if (node.layer() instanceof Convolution layer) {
            final Cutoff cutoff = cutoff(node);
            return readsInputAlone(node)
                ? place -> new InputConvolutionVertex(place, layer, input, cutoff, m_scratch)
                : place -> new ConvolutionVertex(place, layer, input, cutoff);
        }
        if (node.layer() instanceof Dense layer) {
            final Cutoff cutoff = cutoff(node);
            return place -> new DenseVertex(place, layer, input.size(), cutoff, m_scratch);
        }
        if (node.layer() instanceof Addition layer) {
            final Cutoff cutoff = cutoff(node);
            return place -> new AdditionVertex(place, cutoff);
        }
        if (node.layer() instanceof Pooling layer && layer.kind() == Pooling.Kind.MAXIMUM) {
            final Cutoff cutoff = cutoff(node);
            return place -> new MaximumPoolingVertex(place, layer, input, cutoff, m_scratch);
        }
        return place -> new ArrayVertex(place, operation(node, input), output, m_scratch);
    }

    private ArrayOperation operation(final Node node, final ImageShape input) {
        if (node.layer() instanceof BatchNormalization layer) {
            return new BatchNormalizationOperation(
                new BatchNormalization(layer.epsilon(), m_activations.of(node)), input.channels(),
                input.height() * input.width());
        }
        if (node.layer() instanceof DepthwiseConvolution layer) {
            return new DepthwiseOperation(layer, m_activations.of(node), input);
        }
        if (node.layer() instanceof Dropout layer) {
            return new DropoutOperation(node.name(), layer.rate(), input.size(), m_noise);
        }
        if (node.layer() instanceof SpatialPyramidPooling layer) {
            return new PyramidOperation(layer, input);
        }
        if (node.layer() instanceof GlobalAveragePooling) {
            return new GlobalAverageOperation(input);
        }
        if (node.layer() instanceof Padding layer) {
            return new PaddingOperation(layer, input);
        }
        return new MeanPoolingOperation((Pooling)node.layer(), input);
    }

    private Cutoff cutoff(final Node node) {
        return new Cutoff(m_activations.of(node), m_scratch);
    }

    /** A gradient by the network's input is nothing worth, unless it has to be added to another one. */
    private boolean readsInputAlone(final Node node) {
        return node.inputs().equals(List.of(Node.INPUT))
            && m_spec.nodes().stream().filter(other -> other.inputs().contains(Node.INPUT)).count() == 1;
    }

    private Node last() {
        return m_spec.nodes().get(m_spec.nodes().size() - 1);
    }

    private static InputType type(final ImageShape shape) {
        return InputType.convolutional(shape.height(), shape.width(), shape.channels());
    }
}
