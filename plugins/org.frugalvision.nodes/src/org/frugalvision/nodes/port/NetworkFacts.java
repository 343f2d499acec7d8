// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.network.LayerCost;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.Wording;

/**
 * What people are told at a network port, as a table of texts.
 *
 * @param columns their names
 * @param rows as long as the columns
 */
record NetworkFacts(List<String> columns, List<List<String>> rows) {

    private static final List<String> FACTS = List.of("", "Network");

    /** What a spec knows. */
    static NetworkFacts of(final NetworkPortObjectSpec spec) {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Architecture", spec.label()));
        if (!spec.isTrained()) {
            for (final ArchitectureOption option : ArchitectureOption.values()) {
                rows.add(List.of(option.title(), String.valueOf(spec.options().shown(option))));
            }
        }
        rows.add(List.of("State", spec.isTrained() ? "trained" : "untrained"));
        rows.add(List.of("Images", spec.input().map(Object::toString)
            .orElse(spec.isTrained() ? "known after execution" : "those of the CNN Learner")));
        if (spec.isTrained()) {
            addLabels(rows, spec.labelling());
            addClasses(rows, spec.classes());
        } else {
            rows.add(List.of("Classes", "those of the CNN Learner"));
        }
        return new NetworkFacts(FACTS, rows);
    }

    /** What a trained network knows. */
    static NetworkFacts of(final String label, final Network network) {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Architecture", label));
        rows.add(List.of("State", "trained"));
        rows.add(List.of("Images",
            network.spec().input() + (network.spec().sizeFree() ? ", and of any other size" : "")));
        rows.add(List.of("Parameters", Wording.value(network.spec().parameters())));
        rows.add(List.of("Multiply-adds per image", Wording.value(network.spec().multiplyAdds())));
        if (!network.ranges().isEmpty()) {
            rows.add(List.of("Predicts in", "whole numbers of 8 bits, where oneDNN computes"));
        }
        rows.add(List.of("Hash of structure and weights", network.hash()));
        addLabels(rows, network.labelling());
        addClasses(rows, network.classes());
        final double[] shares = network.history().prior();
        IntStream.range(0, shares.length).forEach(c -> rows.add(List.of(
            "Share of class %s in training".formatted(Wording.value(c + 1)), rounded(shares[c]))));
        return new NetworkFacts(FACTS, rows);
    }

    /** One row per layer and their total. */
    static NetworkFacts layers(final NetworkSpec network) {
        final List<List<String>> rows = new ArrayList<>();
        for (final LayerCost layer : network.layers()) {
            rows.add(List.of(layer.name(), layer.layer(), layer.output().toString(),
                Wording.value(layer.parameters()), Wording.value(layer.multiplyAdds())));
        }
        rows.add(List.of("Total", "", "", Wording.value(network.parameters()), Wording.value(network.multiplyAdds())));
        return new NetworkFacts(List.of("Name", "Layer", "Output", "Parameters", "Multiply-adds"), rows);
    }

    /** One row per piece of work and their total. */
    static NetworkFacts costs(final CostLedger ledger) {
        final List<List<String>> rows = new ArrayList<>();
        ledger.entries().forEach(entry -> rows.add(cost(entry)));
        rows.add(cost(ledger.total()));
        final List<String> columns = new ArrayList<>(List.of("Work"));
        Arrays.stream(Quantity.values()).map(Quantity::label).forEach(columns::add);
        return new NetworkFacts(columns, rows);
    }

    /** Why there is nothing to show. */
    static NetworkFacts problem(final String sentence) {
        return new NetworkFacts(List.of("Problem"), List.of(List.of(sentence)));
    }

    /** One class per image is usual and not said. */
    private static void addLabels(final List<List<String>> rows, final Labelling labelling) {
        if (labelling == Labelling.SEVERAL) {
            rows.add(List.of("Labels", "several per image, or none"));
        }
    }

    private static void addClasses(final List<List<String>> rows, final List<String> classes) {
        rows.add(List.of("Classes", Wording.value(classes.size())));
        IntStream.range(0, classes.size())
            .forEach(c -> rows.add(List.of("Class %s".formatted(Wording.value(c + 1)), classes.get(c))));
    }

    private static List<String> cost(final CostEntry cost) {
        final List<String> row = new ArrayList<>(List.of(cost.what()));
        for (final Quantity quantity : Quantity.values()) {
            row.add(cost.amount(quantity).map(amount -> quantity.kind() == Quantity.Kind.MEASURE
                ? rounded(amount.doubleValue()) : Wording.value(amount.longValue())).orElse(""));
        }
        return row;
    }

    private static String rounded(final double value) {
        return new BigDecimal(value, new MathContext(4)).toPlainString();
    }
}
