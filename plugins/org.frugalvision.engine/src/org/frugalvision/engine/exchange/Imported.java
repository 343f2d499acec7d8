// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;

/** The last step of each import: a graph and weights become a network with classes and a history. */
final class Imported {

    private Imported() {
    }

    static ImportedNetwork network(final String program, final NetworkSpec spec, final float[] weights,
        final List<String> fileClasses, final ImportSettings settings, final List<String> remarks)
        throws NetworkFormatException {
        final List<String> told = new ArrayList<>(remarks);
        List<String> classes = settings.classes().isEmpty() ? fileClasses : settings.classes();
        if (classes.isEmpty()) {
            classes = IntStream.range(0, spec.classes()).mapToObj(i -> "class " + i).toList();
            told.add("The file does not name the classes; they are called \"class 0\" to \"class %d\" unless "
                .formatted(spec.classes() - 1) + "\"Class names\" tells them.");
        }
        if (classes.size() != spec.classes()) {
            throw new NetworkFormatException("it tells %,d classes apart, but \"Class names\" tells %,d"
                .formatted(spec.classes(), classes.size()));
        }
        final double[] prior = new double[classes.size()];
        Arrays.fill(prior, 1.0 / prior.length);
        final var provenance = new Provenance("import", Map.of("from", program), 0,
            new Fingerprint().add(weights).hex(), EngineVersion.CURRENT);
        try {
            return new ImportedNetwork(new Network(spec, classes, weights,
                new NetworkHistory(program + " network", Labelling.ONE, prior, List.of(provenance),
                    CostLedger.empty())),
                told);
        } catch (IllegalArgumentException e) {
            throw new NetworkFormatException(e.getMessage(), e);
        }
    }
}
