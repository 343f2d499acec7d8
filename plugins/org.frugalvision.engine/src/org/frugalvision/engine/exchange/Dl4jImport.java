// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;

/**
 * Reads what DL4J's ModelSerializer writes. DL4J itself takes no part: its configuration is read as data, its weights
 * as numbers, and the state of its updater and its Java objects are passed over.
 */
final class Dl4jImport {

    static final String CONFIGURATION = "configuration.json";

    private static final String WEIGHTS = "coefficients.bin";

    private static final String NORMALIZER = "normalizer.bin";

    private static final String PREPROCESSOR = "preprocessor.bin";

    private static final String KERAS = "model.weights.h5";

    private static final Set<String> ENTRIES =
        Set.of(CONFIGURATION, WEIGHTS, "updaterState.bin", NORMALIZER, PREPROCESSOR, Companion.ENTRY);

    private static final int MAX_CONFIGURATION = 4 << 20;

    private final ZipContent m_zip;

    private final ImportSettings m_settings;

    private final List<String> m_remarks = new ArrayList<>();

    private Dl4jImport(final ZipContent zip, final ImportSettings settings) {
        m_zip = zip;
        m_settings = settings;
    }

    static ImportedNetwork read(final Path file, final ImportSettings settings) throws IOException {
        try (ZipContent zip = ZipContent.open(file)) {
            return new Dl4jImport(zip, settings).read();
        } catch (ZipException | EOFException e) {
            throw new NetworkFormatException("the zip file is damaged or cut off (%s)".formatted(e.getMessage()), e);
        }
    }

    private ImportedNetwork read() throws IOException {
        if (m_zip.has(KERAS)) {
            throw new NetworkFormatException(
                "this is a \".keras\" file, which is not read; save the model as \".h5\" in Keras");
        }
        m_zip.allow(ENTRIES);
        final Dl4jGraph graph = Dl4jGraph.of(json(CONFIGURATION));
        final Optional<Companion> companion = m_zip.has(Companion.ENTRY)
            ? Optional.of(Companion.read(m_zip.bytes(Companion.ENTRY, MAX_CONFIGURATION))) : Optional.empty();
        final Draft draft = new Draft(Dl4jInput.shape(graph, companion.map(Companion::input), m_settings));
        final Coefficients coefficients = new Coefficients();
        final PixelRange pixels = m_settings.pixels();
        draft.translate(graph.input(),
            Pixels.scaled(draft, "pixels", Value.of(Node.INPUT), pixels.scale(), pixels.shift()), graph.layers(),
            new Dl4jTranslation(draft, coefficients));
        final NetworkSpec spec = draft.finish(graph.output());
        try (InputStream in = new BufferedInputStream(m_zip.stream(WEIGHTS))) {
            coefficients.set(Nd4jArray.read(in, m_zip.size(WEIGHTS), coefficients.length()));
        }
        for (final String object : List.of(NORMALIZER, PREPROCESSOR)) {
            if (m_zip.has(object)) {
                m_remarks.add("The file holds \"" + object + "\", which is never read: set \"Pixel values\" to what "
                    + "the network was trained with.");
            }
        }
        return Imported.network("DL4J", spec, draft.weights(spec), companion.map(Companion::classes).orElse(List.of()),
            m_settings, m_remarks);
    }

    private JsonObject json(final String name) throws IOException {
        return new JsonObject(
            JsonReader.read(new String(m_zip.bytes(name, MAX_CONFIGURATION), StandardCharsets.UTF_8)));
    }
}
