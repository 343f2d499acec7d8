// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.DecodedRow;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;

/**
 * Predicts a block of rows at a time: images of one size go through the network together, and every row comes back in
 * its place.
 *
 * @param predictor the open network
 * @param cells makes the appended cells
 * @param skipped receives the rows without a readable image
 * @param cost counts what it takes
 * @param earlier tells which rows are not predicted again, if there is an earlier prediction
 */
record BlockPredictor(Predictor predictor, PredictionCells cells, Skipped skipped, PredictionCost cost,
    Optional<EarlierPrediction> earlier) {

    /** Puts a row into a block, if the network takes its image. */
    void add(final DecodedRow row, final RowBlock block) {
        final var kept = earlier.flatMap(prediction -> prediction.kept(row.row()));
        final Optional<ImageCell> image = kept.isPresent() ? Optional.empty() : row.image(skipped);
        image.ifPresent(cell -> predictor.check(cell.shape(), Wording.row(cell.id())));
        block.add(new RowBlock.Member(row.row(), image, kept));
    }

    List<DataRow> predict(final RowBlock block, final RunControl run) throws CanceledException {
        final List<RowBlock.Member> members = block.members();
        final var predictions = new Prediction[members.size()];
        long done = 0;
        final var groups = groups(members);
        final double all = groups.values().stream().mapToLong(group -> group.size() * work(group, members)).sum();
        for (final List<Integer> group : groups.values()) {
            final long work = group.size() * work(group, members);
            final ImageSet images = images(group, members);
            final var predicted =
                cost.predict(predictor, images, run.part(done / all, Math.min(1, (done + work) / all)));
            for (int i = 0; i < predicted.size(); i++) {
                predictions[group.get(i)] = predicted.get(i);
            }
            done += work;
        }
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < predictions.length; i++) {
            rows.add(cells.row(members.get(i), predictions[i]));
        }
        return rows;
    }

    /** Places of the images of each size, sizes in the order in which they occur first. */
    private static Map<ImageShape, List<Integer>> groups(final List<RowBlock.Member> members) {
        final Map<ImageShape, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            final int place = i;
            members.get(i).image().ifPresent(
                image -> groups.computeIfAbsent(image.shape(), shape -> new ArrayList<>()).add(place));
        }
        return groups;
    }

    private static long work(final List<Integer> group, final List<RowBlock.Member> members) {
        return image(group.get(0), members).shape().size();
    }

    private static ImageSet images(final List<Integer> group, final List<RowBlock.Member> members) {
        final ImageCell first = image(group.get(0), members);
        final var builder = new ImageSetBuilder(first.shape(), first.image().type(), List.of());
        for (final int place : group) {
            final ImageCell image = image(place, members);
            builder.add(image.id(), image.image().values(), ImageSet.UNLABELLED);
        }
        return builder.build();
    }

    private static ImageCell image(final int place, final List<RowBlock.Member> members) {
        return members.get(place).image().orElseThrow();
    }
}
