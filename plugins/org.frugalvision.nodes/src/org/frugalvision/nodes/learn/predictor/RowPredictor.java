// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.network.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.PriorCorrection;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.DoubleCell;

/**
 * Predicts some rows at a time.
 *
 * @param network the network
 * @param settings how images go through it
 * @param columns what is appended
 * @param imageColumn index of the column of images
 * @param labelColumn index of the column of true classes, if the loss is wanted
 * @param embedding whether the embedding is wanted
 * @param correction of the probabilities, if wanted
 * @param skipped receives the rows without a readable image
 * @param withoutLoss receives the rows without a class that the network knows
 */
record RowPredictor(Network network, InferenceSettings settings, PredictionColumns columns, int imageColumn,
    OptionalInt labelColumn, boolean embedding, Optional<PriorCorrection> correction, Skipped skipped,
    Skipped withoutLoss) {

    List<DataRow> predict(final List<DataRow> rows, final RunControl run) throws CanceledException {
        final ImageShape input = network.spec().input();
        final List<ImageCell> cells = new ArrayList<>();
        final var predictable = new boolean[rows.size()];
        for (int i = 0; i < predictable.length; i++) {
            final var image = ImageCell.decode(rows.get(i), imageColumn, skipped);
            if (image.isPresent()) {
                predictable[i] = true;
                cells.add(image.get());
            }
        }
        final ImageSet images = images(cells, input);
        final double[][] probabilities = network.probabilities(images, settings, run);
        final float[][] embeddings =
            embedding ? network.embeddings(images, settings, run) : new float[images.size()][];
        final List<DataRow> result = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < predictable.length; i++) {
            result.add(predictable[i] ? predicted(rows.get(i), probabilities[next], embeddings[next++])
                : columns.missing(rows.get(i)));
        }
        return result;
    }

    private static ImageSet images(final List<ImageCell> cells, final ImageShape input) {
        final SampleType type = cells.isEmpty() ? SampleType.U8 : cells.get(0).image().type();
        final var builder = new ImageSetBuilder(input, type, List.of());
        cells.forEach(cell -> builder.add(cell.id(), cell.valuesForNetwork(input), ImageSet.UNLABELLED));
        return builder.build();
    }

    private DataRow predicted(final DataRow row, final double[] scores, final float[] features) {
        final double[] probabilities = correction.isPresent() ? correction.get().apply(scores) : scores;
        final List<DataCell> more = new ArrayList<>();
        if (labelColumn.isPresent()) {
            more.add(loss(row, probabilities));
        }
        if (embedding) {
            more.add(CollectionCellFactory.createListCell(
                IntStream.range(0, features.length).mapToObj(i -> new DoubleCell(features[i])).toList()));
        }
        return columns.predicted(row, probabilities, more);
    }

    /** - ln p(true class), of the probabilities as they are given out. */
    private DataCell loss(final DataRow row, final double[] probabilities) {
        final DataCell label = row.getCell(labelColumn.getAsInt());
        if (label.isMissing()) {
            withoutLoss.add(row.getKey().getString(), "the label is missing");
            return DataType.getMissingCell();
        }
        final String name = ((StringValue)label).getStringValue();
        final int index = network.classes().indexOf(name);
        if (index < 0) {
            withoutLoss.add(row.getKey().getString(), "the network does not know the class \"%s\"".formatted(name));
            return DataType.getMissingCell();
        }
        return new DoubleCell(-Math.log(probabilities[index]));
    }
}
