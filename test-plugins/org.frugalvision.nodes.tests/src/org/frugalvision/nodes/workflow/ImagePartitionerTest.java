// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Partitions of tables. */
public class ImagePartitionerTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    /** 8 of class a, 4 of class b; 6 groups of two neighbours. */
    private static final String ROWS = IntStream.range(0, 12)
        .mapToObj(i -> "r%d %s g%d".formatted(i, i % 3 == 2 ? "b" : "a", i / 2))
        .collect(Collectors.joining("\n", "label[a,b] group\n", ""));

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void givesEveryClassItsShareAndKeepsTheOrder() throws Exception {
        final int partitioner = partitioner(ROWS, model -> model.addDouble("percent", 75));
        final Path first = probe(partitioner, 1);
        final Path second = probe(partitioner, 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals("a 6, b 3", counts(first, 1));
        assertEquals("a 2, b 1", counts(second, 1));
        assertEquals("id\tlabel\tgroup", Files.readAllLines(first).get(0));
        assertEquals(column(first, 0).stream().sorted((a, b) -> number(a) - number(b)).toList(), column(first, 0));
        assertEquals(12, union(first, second).size());
        assertEquals("", m_workflow.message(partitioner));
    }

    @Test
    public void sameSeedSamePartsAndAnotherSeedOthers() throws Exception {
        final Path one = probe(partitioner(ROWS, model -> model.addInt("seed", 1)), 2);
        final Path again = probe(partitioner(ROWS, model -> model.addInt("seed", 1)), 2);
        final Path other = probe(partitioner(ROWS, model -> model.addInt("seed", 2)), 2);

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(Files.readString(one), Files.readString(again));
        assertNotEquals(Files.readString(one), Files.readString(other));
    }

    @Test
    public void keepsGroupsTogether() throws Exception {
        final int partitioner = partitioner(ROWS, model -> {
            model.addDouble("percent", 66.7);
            model.addBoolean("keepGroups", true);
            model.addString("groupColumn", "group");
        });
        final Path first = probe(partitioner, 1);
        final Path second = probe(partitioner, 2);

        assertEquals(SUCCESS, m_workflow.run());

        final var groups = new TreeSet<>(column(first, 2));
        groups.retainAll(column(second, 2));
        assertTrue(groups.toString(), groups.isEmpty());
        assertEquals(8, column(first, 0).size());
        assertEquals("", m_workflow.message(partitioner));
    }

    @Test
    public void dealsFoldsAndHoldsOneOut() throws Exception {
        final List<String> held = new ArrayList<>();
        final List<Path> second = new ArrayList<>();
        for (int fold = 1; fold <= 4; fold++) {
            final int number = fold;
            second.add(probe(partitioner(ROWS, model -> {
                model.addString("mode", "FOLDS");
                model.addInt("folds", 4);
                model.addInt("heldOutFold", number);
            }), 2));
        }

        assertEquals(SUCCESS, m_workflow.run());

        for (int fold = 1; fold <= 4; fold++) {
            assertEquals("id\tlabel\tgroup\tFold", Files.readAllLines(second.get(fold - 1)).get(0));
            assertEquals("a 2, b 1", counts(second.get(fold - 1), 1));
            assertEquals(List.of(fold + "", fold + "", fold + ""), column(second.get(fold - 1), 3));
            held.addAll(column(second.get(fold - 1), 0));
        }
        assertEquals(12, new TreeSet<>(held).size());
    }

    @Test
    public void warnsOfAClassThatIsNotInBothParts() throws Exception {
        final int partitioner = partitioner("label[a,b]\nr1 a\nr2 a\nr3 a\nr4 b", model -> model.addInt("seed", 0));
        final Path second = probe(partitioner, 2);

        assertEquals(SUCCESS, m_workflow.run());
        final boolean inSecond = column(second, 1).contains("b");
        assertTrue(m_workflow.message(partitioner), m_workflow.message(partitioner).startsWith(
            inSecond ? "WARNING: 2 classes are not in every part, the first is \"a\", missing in the second part; "
                : "WARNING: 1 class is not in every part, the first is \"b\", missing in the second part; "));
    }

    @Test
    public void warnsWhenGroupsAreTooLargeForTheSizes() throws Exception {
        final int partitioner = partitioner("label[a] group\nr1 a x\nr2 a x\nr3 a x\nr4 a x\nr5 a y", model -> {
            model.addDouble("percent", 50);
            model.addBoolean("keepGroups", true);
            model.addString("groupColumn", "group");
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Groups stay together, so the first part has 4 images instead of 3.",
            m_workflow.message(partitioner));
    }

    @Test
    public void countsRowsWithoutGroup() throws Exception {
        final int partitioner = partitioner("label[a] group\nr1 a ?\nr2 a ?\nr3 a x\nr4 a y", model -> {
            model.addDouble("percent", 50);
            model.addBoolean("keepGroups", true);
            model.addString("groupColumn", "group");
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Treated as groups of their own: 2 of 4 rows, the first is Row \"r1\": the group is "
            + "missing.", m_workflow.message(partitioner));
    }

    @Test
    public void refusesATableOfOneRow() throws Exception {
        final int partitioner = partitioner("label[a]\nr1 a", model -> model.addInt("seed", 0));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Input: there must be at least 2 images to part, but there is 1.",
            m_workflow.message(partitioner));
    }

    @Test
    public void refusesMoreImagesThanThereAre() throws Exception {
        final int partitioner = partitioner(ROWS, model -> model.addString("mode", "IMAGES"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"First partition\" must be less than the 12 images of the input, but is 1,000.",
            m_workflow.message(partitioner));
    }

    @Test
    public void asksForTheGroupColumn() throws Exception {
        final int partitioner = partitioner(ROWS, model -> model.addBoolean("keepGroups", true));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Group column\" must be chosen, because \"Keep groups together\" is on, but is empty.",
            m_workflow.message(partitioner));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        for (final Consumer<NodeSettingsWO> setting : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addDouble("percent", 100), model -> {
                model.addString("mode", "FOLDS");
                model.addInt("heldOutFold", 6);
            }, model -> {
                model.addString("mode", "FOLDS");
                model.addInt("folds", 1);
            })) {
            createWorkflow();
            partitioner(ROWS, setting);

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    private int partitioner(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int partitioner = m_workflow.add(ImagePartitionerNodeFactory.class, model -> {
            model.addString("labelColumn", "label");
            settings.accept(model);
        });
        m_workflow.connect(table, 1, partitioner, 1);
        return partitioner;
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d of %d".formatted(port, node));
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        m_workflow.connect(node, port, probe, 1);
        return file;
    }

    private static TreeSet<String> union(final Path first, final Path second) throws IOException {
        final var ids = new TreeSet<>(column(first, 0));
        ids.addAll(column(second, 0));
        return ids;
    }

    private static int number(final String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static String counts(final Path table, final int column) throws IOException {
        final List<String> values = column(table, column);
        return values.stream().distinct().sorted()
            .map(value -> value + " " + values.stream().filter(value::equals).count())
            .collect(Collectors.joining(", "));
    }

    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
