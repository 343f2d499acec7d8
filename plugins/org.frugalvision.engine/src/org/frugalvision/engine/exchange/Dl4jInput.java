// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.Optional;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.NetworkFormatException;

/** The shape of the images a DL4J network takes, of which its file tells the channels only, as a rule. */
final class Dl4jInput {

    private Dl4jInput() {
    }

    static ImageShape shape(final Dl4jGraph graph, final Optional<ImageShape> companion,
        final ImportSettings settings) throws NetworkFormatException {
        Optional<ImageShape> told = companion;
        for (final ForeignLayer layer : graph.layers()) {
            if (layer.type().equals("FeedForwardToCnnPreProcessor") && layer.inputs().contains(graph.input())) {
                told = Optional.of(new ImageShape(layer.settings().integer("numChannels"),
                    layer.settings().integer("inputHeight"), layer.settings().integer("inputWidth")));
            }
        }
        if (told.isEmpty() && settings.height() == 0) {
            throw new NetworkFormatException("a DL4J file does not tell the size of the images; set \"Image height\" "
                + "and \"Image width\" to what the network was trained with");
        }
        final int height = settings.height() > 0 ? settings.height() : told.get().height();
        final int width = settings.width() > 0 ? settings.width() : told.get().width();
        return new ImageShape(told.isPresent() ? told.get().channels() : channels(graph, height * width), height,
            width);
    }

    private static int channels(final Dl4jGraph graph, final int pixels) {
        for (final ForeignLayer layer : graph.layers()) {
            if (layer.settings().has("nin") && layer.settings().integer("nin") > 0) {
                final int inputs = layer.settings().integer("nin");
                return layer.type().equals("DenseLayer") || layer.type().equals("OutputLayer")
                    ? Math.max(1, inputs / pixels) : inputs;
            }
        }
        return 1;
    }
}
