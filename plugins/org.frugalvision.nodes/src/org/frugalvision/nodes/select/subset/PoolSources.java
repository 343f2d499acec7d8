// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectorInfo;
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
 * @param embeds whether it then tells what it sees in them, beside probabilities
 * @param probabilities columns of probabilities; empty if they are not read
 * @param vectors column of lists, if it is read
 * @param forgetting column of numbers, if it is read
 */
record PoolSources(ImageColumns images, boolean decodes, boolean asksNetwork, boolean embeds,
    List<Integer> probabilities, OptionalInt vectors, OptionalInt forgetting) {

    /** The usual name in the outcomes of a CNN Learner. */
    private static final String FORGETTING = "Forgetting events";

    static PoolSources of(final DataTableSpec table, final ImageSubsetSelectorNodeParameters parameters,
        final boolean network) throws InvalidSettingsException {
        final SelectorInfo info = parameters.toSettings().info();
        final Set<Need<?>> needs = parameters.toSettings().needs();
        final List<Integer> probabilities = needs.contains(Need.PROBABILITIES)
            ? probabilities(table, parameters.m_sources.m_prediction) : List.of();
        final OptionalInt vectors = needs.contains(Need.EMBEDDINGS) || needs.contains(Need.VECTORS)
            ? vectors(table, parameters.m_sources.m_embedding) : OptionalInt.empty();
        final OptionalInt forgetting = needs.contains(Need.FORGETTING)
            ? OptionalInt.of(forgetting(table, parameters.m_sources.m_forgetting)) : OptionalInt.empty();
        final boolean embeds = vectors.isEmpty()
            && (needs.contains(Need.EMBEDDINGS) || needs.contains(Need.VECTORS) && network);
        final boolean asksNetwork = embeds || needs.contains(Need.BOUNDARIES)
            || needs.contains(Need.PROBABILITIES) && probabilities.isEmpty();
        if (asksNetwork && !network) {
            throw Message.fromSummaryWithResolution(
                "\"%s\" needs a network or columns that one has made, but there are none.".formatted(info.label()),
                "Connect a trained network to the port \"Network\".",
                "Choose the columns that a CNN Predictor has appended.").toInvalidSettingsException();
        }
        final boolean decodes = needs.contains(Need.THUMBNAILS)
            || needs.contains(Need.VECTORS) && vectors.isEmpty() && !network;
        return new PoolSources(ImageColumns.of(
            decodes || asksNetwork ? OptionalInt.of(Columns.image(table, parameters.m_imageColumn))
                : OptionalInt.empty(),
            needs.contains(Need.LABELS) ? OptionalInt.of(Columns.label(table, parameters.m_labelColumn))
                : OptionalInt.empty()),
            decodes, asksNetwork, embeds, probabilities, vectors, forgetting);
    }

    private static List<Integer> probabilities(final DataTableSpec table, final String chosen)
        throws InvalidSettingsException {
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        final int prediction = Columns.find(table, chosen, "Prediction column", "strings", StringValue.class);
        final List<String> classes = Classes.known(table.getColumnSpec(prediction)).orElse(List.of());
        final Optional<ProbabilityColumns> found = ProbabilityColumns.find(table, chosen, classes);
        if (found.isEmpty()) {
            throw Message.fromSummaryWithResolution(
                "\"Prediction column\" must have a column of probabilities for each class beside it, but \"%s\" has "
                    + "not."
                    .formatted(chosen), "Choose the prediction column of a CNN Predictor.",
                "Let the CNN Predictor append probabilities.").toInvalidSettingsException();
        }
        return classes.stream().map(name -> found.get().index(table, name).getAsInt()).toList();
    }

    private static OptionalInt vectors(final DataTableSpec table, final String chosen)
        throws InvalidSettingsException {
        return chosen == null || chosen.isEmpty() ? OptionalInt.empty()
            : OptionalInt.of(Columns.find(table, chosen, "Embedding column", "lists", ListDataValue.class));
    }

    private static int forgetting(final DataTableSpec table, final String chosen) throws InvalidSettingsException {
        return Columns.find(table, chosen == null || chosen.isEmpty() ? FORGETTING : chosen,
            "Forgetting events column", "numbers", DoubleValue.class);
    }
}
