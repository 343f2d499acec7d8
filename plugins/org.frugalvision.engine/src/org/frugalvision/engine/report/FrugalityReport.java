// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/** Compares what several ways reached and cost with one of them. */
public final class FrugalityReport {

    private FrugalityReport() {
    }

    /**
     * @param results what each reached and cost, at least one, of unique names
     * @param settings how they are compared
     * @return one comparison for each, in their order. Cost: O(results squared).
     * @throws DataException if there is no result, or two have one name
     * @throws SettingsException if the baseline is not among them
     */
    public static List<Comparison> of(final List<Result> results, final ReportSettings settings) {
        final Set<String> names = new HashSet<>();
        for (final Result result : results) {
            if (!names.add(result.name())) {
                throw new DataException(Wording.row(result.name()),
                    "two different results must not have one name, but have.",
                    "Choose another \"Name of the result\" at one of the scorers.");
            }
        }
        final Result baseline = baseline(results, settings.baseline());
        final var front = new ParetoFront(
            results.stream().map(result -> settings.measure().of(result.cost())).toArray(OptionalDouble[]::new),
            results.stream().mapToDouble(Result::accuracy).toArray());
        return IntStream.range(0, results.size())
            .mapToObj(i -> new Comparison(results.get(i), baseline, settings, front.holds(i))).toList();
    }

    private static Result baseline(final List<Result> results, final String name) {
        if (results.isEmpty()) {
            throw new DataException("Results", "they must have at least one row, but are empty.",
                "Connect the overall scores of an Image Classification Scorer.");
        }
        return name.isEmpty() ? results.get(0)
            : results.stream().filter(result -> result.name().equals(name)).findFirst()
                .orElseThrow(() -> new SettingsException("Baseline",
                    "must be the name of a result (%s)".formatted(
                        Wording.some(results.stream().map(Result::name).toList())),
                    name, "Choose the name of one of the results."));
    }
}
