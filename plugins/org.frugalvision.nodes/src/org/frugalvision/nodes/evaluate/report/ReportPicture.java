// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.frugalvision.engine.picture.PictureColumn;
import org.frugalvision.engine.picture.TradeOffChart;
import org.frugalvision.engine.prune.Footprint;
import org.frugalvision.engine.report.Comparison;
import org.frugalvision.engine.report.Measure;
import org.frugalvision.engine.report.ParetoFront;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Accuracy by cost; with networks, by the time of an image and by the size of the file below. */
final class ReportPicture {

    private static final String BARS = "%s (bars: 95 %% intervals)";

    private ReportPicture() {
    }

    /** Results of which the cost is not known are not in the chart of it. */
    static ImagePortObject of(final List<Comparison> rows, final Optional<Footprints> footprints) {
        final Measure measure = rows.get(0).settings().measure();
        final List<byte[]> charts = new ArrayList<>(
            List.of(chart("Accuracy by cost", measure.label(), rows, row -> measure.of(row.result().cost()))));
        footprints.ifPresent(known -> {
            charts.add(chart("Accuracy by time", "Time of an image in a batch (ms)", rows,
                row -> value(known, row, footprint -> footprint.batch().median())));
            charts.add(chart("Accuracy by size", "File (bytes)", rows,
                row -> value(known, row, footprint -> (double)footprint.fileBytes())));
        });
        return new ImagePortObject(new PNGImageContent(PictureColumn.png(charts)),
            new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    private static OptionalDouble value(final Footprints footprints, final Comparison row,
        final Function<Footprint, Double> value) {
        return footprints.of(row.result().name()).map(value).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static byte[] chart(final String title, final String axis, final List<Comparison> rows,
        final Function<Comparison, OptionalDouble> cost) {
        final OptionalDouble[] costs = rows.stream().map(cost).toArray(OptionalDouble[]::new);
        final var front =
            new ParetoFront(costs, rows.stream().mapToDouble(row -> row.result().accuracy()).toArray());
        final List<TradeOffChart.Point> points =
            IntStream.range(0, costs.length).filter(i -> costs[i].isPresent()).mapToObj(i -> {
                final var result = rows.get(i).result();
                return new TradeOffChart.Point(result.name(), costs[i].getAsDouble(), result.accuracy(),
                    result.interval().lower(), result.interval().upper(), front.holds(i));
            }).toList();
        return new TradeOffChart(BARS.formatted(title), axis, "Accuracy on test images", points).png();
    }
}
