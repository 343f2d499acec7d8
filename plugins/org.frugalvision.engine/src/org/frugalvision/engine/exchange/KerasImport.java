// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.hdf5.Hdf5Exception;
import org.frugalvision.engine.hdf5.Hdf5File;
import org.frugalvision.engine.hdf5.Hdf5Group;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;

/**
 * Reads models that Keras saved as HDF5 ({@code model.save("model.h5")}): Sequential and Functional ones of Keras 2,
 * and of Keras 3 in its old format. Lambda layers and other code in a file are never run: they are layers that ours
 * cannot express.
 */
final class KerasImport {

    private static final int MAX_CONFIGURATION = 4 << 20;

    private static final int ROWS_COLUMNS_CHANNELS = 3;

    private KerasImport() {
    }

    static ImportedNetwork read(final Path file, final ImportSettings settings) throws IOException {
        try (Hdf5File hdf = Hdf5File.open(file)) {
            return read(hdf.root(), settings);
        } catch (Hdf5Exception e) {
            throw new NetworkFormatException(e.getMessage(), e);
        }
    }

    private static ImportedNetwork read(final Hdf5Group root, final ImportSettings settings) throws IOException {
        final List<String> model = root.texts("model_config");
        if (model.size() != 1 || !root.has("model_weights")) {
            throw new NetworkFormatException("this HDF5 file holds no whole Keras model, or its weights only; save it "
                + "in Keras with model.save(\"model.h5\")");
        }
        if (model.get(0).length() > MAX_CONFIGURATION) {
            throw new NetworkFormatException("its description has %,d characters, and may have %,d"
                .formatted(model.get(0).length(), MAX_CONFIGURATION));
        }
        final KerasGraph graph = new KerasGraph(new JsonObject(JsonReader.read(model.get(0))));
        final Draft draft = new Draft(shape(graph, settings));
        final PixelRange pixels = settings.pixels();
        draft.translate(KerasGraph.INPUT,
            Pixels.scaled(draft, "pixels", Value.of(Node.INPUT), pixels.scale(), pixels.shift()), graph.layers(),
            new KerasTranslation(draft, new KerasWeights(root.group("model_weights")),
                pixels == PixelRange.AUTOMATIC));
        final NetworkSpec spec = draft.finish(graph.output());
        final List<String> remarks = new ArrayList<>();
        if (!draft.probabilities(graph.output())) {
            remarks.add("The model ends without softmax; its outputs are taken as scores before softmax.");
        }
        return Imported.network("Keras", spec, draft.weights(spec), List.of(), settings, remarks);
    }

    private static ImageShape shape(final KerasGraph graph, final ImportSettings settings)
        throws NetworkFormatException {
        final List<Object> sizes = graph.shape();
        if (sizes.size() != ROWS_COLUMNS_CHANNELS || !(sizes.get(2) instanceof Long)) {
            throw new NetworkFormatException(
                "it takes inputs of the shape %s, but must take images (rows, columns, channels)".formatted(sizes));
        }
        return new ImageShape(size(sizes.get(2), 0), size(sizes.get(0), settings.height()),
            size(sizes.get(1), settings.width()));
    }

    private static int size(final Object told, final int set) throws NetworkFormatException {
        if (set > 0) {
            return set;
        }
        if (!(told instanceof Long size)) {
            throw new NetworkFormatException("it takes images of any size; set \"Image height\" and \"Image width\" to "
                + "the size of yours");
        }
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new NetworkFormatException("it takes images with a side of %,d".formatted(size));
        }
        return size.intValue();
    }
}
