// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every kind of layer survives a file. What layers compute is tested with the kernels. */
@RunWith(Parameterized.class)
public final class LayersTest {

    private static final ImageShape INPUT = new ImageShape(2, 6, 7);

    private static final Layer CONVOLUTION = new Convolution(4, 3, 1, 1, false, Activation.IDENTITY);

    /** Named layers of a network, one after the other. */
    @Parameter
    public List<Layer> m_layers;

    @Parameters(name = "{0}")
    public static List<List<Layer>> networks() {
        return List.of( //
            List.of(CONVOLUTION),
            List.of(new Convolution(3, 3, 2, 1, true, Activation.RELU6)),
            List.of(new DepthwiseConvolution(3, 1, 1, true, Activation.RELU)),
            List.of(CONVOLUTION, new DepthwiseConvolution(3, 2, 1, false, Activation.IDENTITY)),
            List.of(new BatchNormalization(1e-3, Activation.IDENTITY)),
            List.of(CONVOLUTION, new BatchNormalization(Activation.RELU)),
            List.of(CONVOLUTION, new BatchNormalization(Activation.RELU6), CONVOLUTION),
            List.of(new Dense(5, Activation.IDENTITY), new BatchNormalization(Activation.RELU)),
            List.of(new Dense(21, Activation.RELU), new BatchNormalization(Activation.RELU6)),
            List.of(CONVOLUTION, new GlobalAveragePooling()),
            List.of(CONVOLUTION, new GlobalAveragePooling(), new BatchNormalization(Activation.RELU)),
            List.of(new Convolution(17, 3, 2, 1, true, Activation.RELU), new BatchNormalization(Activation.RELU),
                new Convolution(19, 3, 2, 0, false, Activation.IDENTITY), new BatchNormalization(Activation.RELU6)),
            List.of(CONVOLUTION, new SpatialPyramidPooling(List.of(4, 2, 1))),
            List.of(new Padding(1, 2, 0, 3), CONVOLUTION),
            List.of(new Pooling(Pooling.Kind.MEAN, 3, 2, 1), CONVOLUTION),
            List.of(CONVOLUTION, new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0)),
            List.of(new Convolution(3, 3, 1, 2, true, Activation.RELU), new Pooling(Pooling.Kind.MAXIMUM, 3, 2, 1)),
            List.of(CONVOLUTION, new BatchNormalization(Activation.RELU6), new Pooling(Pooling.Kind.MAXIMUM, 3, 1, 2)),
            List.of(new Convolution(3, 5, 3, 4, true, Activation.IDENTITY)),
            List.of(CONVOLUTION, new Convolution(5, 3, 2, 1, true, Activation.RELU6), new Dense(4, Activation.RELU)),
            List.of(CONVOLUTION, new Addition(Activation.RELU), CONVOLUTION));
    }

    @Test
    public void survivesItsFile() throws NetworkFormatException {
        final String json = JsonWriter.write(SpecFormat.write(spec(m_layers)));

        assertEquals(spec(m_layers), SpecFormat.read(new JsonObject(JsonReader.read(json))));
    }

    /** An addition adds the output of a parallel convolution. */
    public static NetworkSpec spec(final List<Layer> layers) {
        final List<Node> nodes = new ArrayList<>();
        String last = Node.INPUT;
        for (final Layer layer : layers) {
            final String name = "node" + nodes.size();
            if (layer instanceof Addition) {
                nodes.add(new Node("other", new Convolution(4, 1, 1, 0, true, Activation.RELU), List.of(Node.INPUT)));
                nodes.add(new Node(name, layer, List.of(last, "other")));
            } else {
                nodes.add(new Node(name, layer, List.of(last)));
            }
            last = name;
        }
        nodes.add(new Node("scores", new Dense(3, Activation.IDENTITY), List.of(last)));
        return new NetworkSpec(INPUT, nodes);
    }
}
