// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A selection is not for free. */
public class SelectionCostTest {

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void aSelectionIsChargedWithItsProcessorTimeAndEnergy() throws Exception {
        final var workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path costs = m_temporary.getRoot().toPath().resolve("costs");
        // the clock of the processor moves in steps of 10 ms, which a few images do not take
        final String images = IntStream.range(0, 2000)
            .mapToObj(i -> "\nr%d 28x28x1 %s".formatted(i, i % 2 == 0 ? "a" : "b")).collect(Collectors.joining());
        final int table = workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]" + images));
        final int selector = workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", "herding");
            model.addInt("budget", 2);
        });
        final int probe =
            workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", costs.toString()));
        workflow.connect(table, 1, selector, 1).connect(selector, 3, probe, 1);

        assertEquals(0, workflow.run());
        final List<String> lines = Files.readAllLines(costs);
        final List<String> names = List.of(lines.get(0).split("\t"));
        final String[] total = lines.get(lines.size() - 1).split("\t");
        final double cpuSeconds = Double.parseDouble(total[names.indexOf("CPU seconds")]);
        assertEquals("Total", total[0]);
        assertTrue(lines.get(1), lines.get(1).split("\t")[1].endsWith("(energy: estimate at 10 W per busy core)"));
        assertTrue(cpuSeconds > 0);
        assertEquals(cpuSeconds * 10 / 3600, Double.parseDouble(total[names.indexOf("Watt-hours (estimate)")]), 1e-12);
    }
}
