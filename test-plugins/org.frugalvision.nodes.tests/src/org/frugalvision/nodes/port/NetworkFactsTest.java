// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** What the views of a network say. */
public class NetworkFactsTest {

    @Test
    public void listsLayersAndTheirTotal() {
        final var spec =
            Architectures.create("lenet5").build(new ImageShape(1, 28, 28), 10, ArchitectureOptions.DEFAULT);

        final var layers = NetworkFacts.layers(spec);

        assertEquals(List.of("Name", "Layer", "Output", "Parameters", "Multiply-adds"), layers.columns());
        assertEquals(spec.layers().size() + 1, layers.rows().size());
        assertEquals(List.of("Total", "", "", "%,d".formatted(spec.parameters()), "%,d".formatted(spec.multiplyAdds())),
            layers.rows().get(layers.rows().size() - 1));
    }

    @Test
    public void listsCostsAndTheirTotal() {
        final var costs = NetworkFacts.costs(CostLedger.empty()
            .plus(CostEntry.of("a", "Labels of 5 images").withLabels(5))
            .plus(CostEntry.of("b", "Training").withTraining(10, 2, 3000, 6000).withSeconds(1.23456, 360)));

        assertEquals(List.of("Labels of 5 images", "5", "", "", "", "", "", "", "", "", "", ""),
            costs.rows().get(0));
        assertEquals(List.of("Total", "5", "10", "", "2", "3,000", "6,000", "", "", "1.235", "360", "1"),
            costs.rows().get(2));
        assertEquals(costs.columns().size(), costs.rows().get(2).size());
    }
}
