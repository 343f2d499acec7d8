// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.frugalvision.engine.select.Need;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * What answers the needs of a method: columns of the table that were chosen, else the network, else the pixels.
 *
 * @param images whether and where images and labels are read
 * @param decodes whether images become small versions
 * @param asksNetwork whether images go through the network
 * @param asksTrained whether it must be trained for that
 * @param embeds whether it then tells what it sees in them, beside probabilities
 * @param trains whether networks like it are trained on the images
 * @param turns whether one is trained to tell by how much images are turned
 * @param classes names of the classes of the probabilities that are read; empty if none are
 * @param probabilities columns of the probabilities that are read, of each class one
 * @param vectors column of lists, if it is read
 * @param numbers columns of numbers that are read
 */
record PoolSources(ImageColumns images, boolean decodes, boolean asksNetwork, boolean asksTrained, boolean embeds,
    boolean trains, boolean turns, List<String> classes, Map<Need<double[][]>, List<Integer>> probabilities,
    OptionalInt vectors, Map<Need<double[]>, Integer> numbers) {

    /** The usual name in the outcomes of a CNN Learner. */
    private static final String FORGETTING = "Forgetting events";

    private static final String PRETEXT_LOSS = "Pretext loss";

    private static final String PREVIOUS = "Prediction column of the round before";

    /** What no column can tell. */
    private static final Set<Need<?>> NETWORK_ONLY =
        Set.of(Need.BOUNDARIES, Need.DROPOUT, Need.DEEP_FOOL, Need.ITERATIVE);

    /**
     * @param table columns of the table
     * @param parameters columns chosen, and the method
     * @param needs what must be known about its images
     * @param network whether one is connected
     */
    static PoolSources of(final DataTableSpec table, final ImageSubsetSelectorNodeParameters parameters,
        final Set<Need<?>> needs, final boolean network) throws InvalidSettingsException {
        final Map<Need<double[][]>, List<Integer>> probabilities = new LinkedHashMap<>();
        List<String> classes = List.of();
        final String prediction = parameters.m_sources.m_prediction;
        if (needs.contains(Need.PROBABILITIES) && !isNone(prediction)) {
            classes = classes(table, prediction, "Prediction column");
            probabilities.put(Need.PROBABILITIES, probabilities(table, prediction, classes, "Prediction column"));
        }
        if (needs.contains(Need.PREVIOUS_PROBABILITIES)) {
            final String previous = parameters.m_sources.m_previous;
            if (isNone(previous)) {
                throw Message.fromSummaryWithResolution("\"Prediction column of the round before\" must be chosen, "
                    + "because \"%s\" compares two rounds.".formatted(parameters.toSettings().info().label()),
                    "Let the network of the round before predict the images, too, and choose that column.")
                    .toInvalidSettingsException();
            }
            final List<String> own = classes.isEmpty() ? classes(table, previous, PREVIOUS) : classes;
            probabilities.put(Need.PREVIOUS_PROBABILITIES, probabilities(table, previous, own, PREVIOUS));
        }
        final OptionalInt vectors = needs.contains(Need.EMBEDDINGS) || needs.contains(Need.VECTORS)
            ? vectors(table, parameters.m_sources.m_embedding) : OptionalInt.empty();
        final Map<Need<double[]>, Integer> numbers = new LinkedHashMap<>();
        if (needs.contains(Need.FORGETTING)) {
            numbers.put(Need.FORGETTING, number(table, parameters.m_sources.m_forgetting, FORGETTING,
                "Forgetting events column"));
        }
        final boolean turns = needs.contains(Need.PRETEXT_LOSS) && isNone(parameters.m_sources.m_pretextLoss)
            && table.findColumnIndex(PRETEXT_LOSS) < 0;
        if (needs.contains(Need.PRETEXT_LOSS) && !turns) {
            numbers.put(Need.PRETEXT_LOSS, number(table, parameters.m_sources.m_pretextLoss, PRETEXT_LOSS,
                "Pretext loss column"));
        }
        final boolean early = needs.contains(Need.ERROR_NORMS) || needs.contains(Need.GRADIENT_NORMS);
        final boolean trains = early && isNone(parameters.m_sources.m_early);
        if (early && !trains) {
            numbers.put(needs.contains(Need.ERROR_NORMS) ? Need.ERROR_NORMS : Need.GRADIENT_NORMS,
                number(table, parameters.m_sources.m_early, "", "EL2N or GraNd column"));
        }
        final boolean embeds = vectors.isEmpty()
            && (needs.contains(Need.EMBEDDINGS) || needs.contains(Need.VECTORS) && network);
        final boolean asksTrained = embeds || NETWORK_ONLY.stream().anyMatch(needs::contains)
            || needs.contains(Need.PROBABILITIES) && !probabilities.containsKey(Need.PROBABILITIES);
        final boolean asksNetwork = asksTrained || trains || turns;
        if (asksNetwork && !network) {
            throw Message.fromSummaryWithResolution(
                "\"%s\" needs a network or columns that one has made, but there are none.".formatted(
                    parameters.toSettings().info().label()),
                "Connect a trained network to the port \"Network\".",
                "Choose the columns that a CNN Predictor has appended.").toInvalidSettingsException();
        }
        final boolean decodes = needs.contains(Need.THUMBNAILS)
            || needs.contains(Need.VECTORS) && vectors.isEmpty() && !network;
        return new PoolSources(ImageColumns.of(
            decodes || asksNetwork ? OptionalInt.of(Columns.image(table, parameters.m_imageColumn))
                : OptionalInt.empty(),
            needs.contains(Need.LABELS) || trains ? OptionalInt.of(Columns.label(table, parameters.m_labelColumn))
                : OptionalInt.empty()),
            decodes, asksNetwork, asksTrained, embeds, trains, turns, classes, probabilities, vectors, numbers);
    }

    private static boolean isNone(final String column) {
        return column == null || column.isEmpty();
    }

    private static List<String> classes(final DataTableSpec table, final String chosen, final String title)
        throws InvalidSettingsException {
        return Classes.known(table.getColumnSpec(Columns.find(table, chosen, title, "strings", StringValue.class)))
            .orElse(List.of());
    }

    private static List<Integer> probabilities(final DataTableSpec table, final String chosen,
        final List<String> classes, final String title) throws InvalidSettingsException {
        final Optional<ProbabilityColumns> found = ProbabilityColumns.find(table, chosen, classes);
        if (found.isEmpty()) {
            throw Message.fromSummaryWithResolution(
                "\"%s\" must have a column of probabilities for each class beside it, but \"%s\" has not."
                    .formatted(title, chosen), "Choose the prediction column of a CNN Predictor.",
                "Let the CNN Predictor append probabilities.").toInvalidSettingsException();
        }
        return classes.stream().map(name -> found.get().index(table, name).getAsInt()).toList();
    }

    private static OptionalInt vectors(final DataTableSpec table, final String chosen)
        throws InvalidSettingsException {
        return isNone(chosen) ? OptionalInt.empty()
            : OptionalInt.of(Columns.find(table, chosen, "Embedding column", "lists", ListDataValue.class));
    }

    private static int number(final DataTableSpec table, final String chosen, final String usual, final String title)
        throws InvalidSettingsException {
        return Columns.find(table, isNone(chosen) ? usual : chosen, title, "numbers", DoubleValue.class);
    }
}
