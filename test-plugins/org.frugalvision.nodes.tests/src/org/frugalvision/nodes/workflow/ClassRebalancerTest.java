// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeFactory;
import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeFactory;
import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.ShippedWorkflow;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsWO;

/** Classes brought to other numbers of images. */
public class ClassRebalancerTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final String THREE_AND_ONE =
        "image label[a,b]\nr1 4x4x1=10 a\nr2 4x4x1=20 b\nr3 4x4x1=30 a\nr4 4x4x1=40 a";

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void copiesStandBehindTheRowTheyComeFrom() throws Exception {
        final int rebalancer = rebalancer(THREE_AND_ONE, model -> {
        });
        final Path rows = table(rebalancer, 1);
        final Path classes = table(rebalancer, 2);
        final Path picture = probe(PictureProbeNodeFactory.class, rebalancer, 3);
        final Path values = probe(ImageSetProbeNodeFactory.class, rebalancer, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("", m_workflow.message(rebalancer));
        assertEquals(List.of("r1 a r1 0", "r2 b r2 0", "r2~1 b r2 1", "r2~2 b r2 2", "r3 a r3 0", "r4 a r4 0"),
            withoutImages(rows));
        assertEquals("a copy is a copy", byId(values).get("r2"), byId(values).get("r2~2"));
        assertEquals(List.of("Row0 a 3 3 3 1 1.0 1.0 ? ?", "Row1 b 1 3 1 3 1.0 1.0 ? ?"), lines(classes));
        assertTrue(Files.size(picture) > 1000);
    }

    @Test
    public void changedPixelsAreChangedInCopiesAlone() throws Exception {
        final Consumer<NodeSettingsWO> settings = changed("gaussian-noise", 0.1);
        final Path values = probe(ImageSetProbeNodeFactory.class, rebalancer(THREE_AND_ONE, settings), 1);
        final Path again = probe(ImageSetProbeNodeFactory.class, rebalancer(THREE_AND_ONE, settings), 1);
        final Path seed = probe(ImageSetProbeNodeFactory.class,
            rebalancer(THREE_AND_ONE, settings.andThen(model -> model.addInt("seed", 5))), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("b" + " 5140".repeat(16), byId(values).get("r2"));
        assertNotEquals(byId(values).get("r2"), byId(values).get("r2~1"));
        assertNotEquals(byId(values).get("r2~1"), byId(values).get("r2~2"));
        assertEquals(byId(values), byId(again));
        assertNotEquals(byId(values).get("r2~1"), byId(seed).get("r2~1"));
    }

    @Test
    public void weightsAreThoseOfTheRowsOfTheResult() throws Exception {
        final int rebalancer = rebalancer(THREE_AND_ONE, model -> {
            model.addString("method", "as-they-are");
            model.addString("weight", "INVERSE_FREQUENCY");
            model.addBoolean("semanticScale", true);
        });
        final Path rows = table(rebalancer, 1);
        final Path classes = table(rebalancer, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("r1 a r1 0 0.6666666666666666", "r2 b r2 0 2.0", "r3 a r3 0 0.6666666666666666",
            "r4 a r4 0 0.6666666666666666"), withoutImages(rows));
        assertFalse("the scale is measured", lines(classes).get(0).contains("?"));
    }

    /** Rows that are left out do not count, and a class without images harms nobody. */
    @Test
    public void saysWhatItLeftOutAndWhichClassIsEmpty() throws Exception {
        final int rebalancer = rebalancer("image label[a,b,c]\nr1 4x4x1 a\nr2 ? b\nr3 4x4x1 ?\nr4 4x4x1 b",
            changed("invert", 0));
        final int plain = rebalancer("image label[a,b]\nr1 ? a\nr2 ? b", model -> {
        });
        final Path classes = table(rebalancer, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Left out 2 of 4 rows, the first is Row \"r2\": the image is missing. 1 class has no "
            + "images: \"c\".", m_workflow.message(rebalancer));
        assertEquals(List.of("Row0 a 1 1 1 1 1.0 1.0 ? ?", "Row1 b 1 1 1 1 1.0 1.0 ? ?", "Row2 c 0 0 0 0 ? ? ? ?"),
            lines(classes));
        assertEquals("nobody looks at the images", "", m_workflow.message(plain));
    }

    @Test
    public void warnsOfAnImageThatIsThereTooOften() throws Exception {
        final int rebalancer = rebalancer(THREE_AND_ONE, model -> {
            model.addString("method", "target-count");
            model.addNodeSettings("targetCount").addInt("images", 51);
        });

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: An image of class \"b\" is there 51 times; a network learns it by heart. Lower the "
            + "number, change the pixels of repeated images, or use class weights.", m_workflow.message(rebalancer));
    }

    /** What a network must not see twice stays on one side, or the Image Partitioner says so. */
    @Test
    public void partingAfterwardsWarnsUnlessCopiesStayTogether() throws Exception {
        final String rows = IntStream.range(0, 20).mapToObj(i -> "r%d 4x4x1 a".formatted(i))
            .collect(Collectors.joining("\n", "image label[a]\n", ""));
        final int rebalancer = rebalancer(rows, model -> {
            model.addString("method", "target-count");
            model.addNodeSettings("targetCount").addInt("images", 60);
        });
        final int apart = m_workflow.add(ImagePartitionerNodeFactory.class);
        final int together = m_workflow.add(ImagePartitionerNodeFactory.class, model -> {
            model.addBoolean("keepGroups", true);
            model.addString("groupColumn", "rebalanced from");
        });
        m_workflow.connect(rebalancer, 1, apart, 1);
        m_workflow.connect(rebalancer, 1, together, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(m_workflow.message(apart), m_workflow.message(apart).matches("WARNING: Copies of \\d+ images are in "
            + "more than one part: choose \"rebalanced from\" as the group column, or part before copying."));
        assertFalse(m_workflow.message(together), m_workflow.message(together).contains("Copies"));
    }

    @Test
    public void refusesATableWithoutLabels() throws Exception {
        final int rebalancer = rebalancer("image label[a]\nr1 4x4x1 ?", model -> {
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Images: there is no image with a label.", m_workflow.message(rebalancer));
    }

    @Test
    public void refusesAQuotaOfAnUnknownClass() throws Exception {
        final int rebalancer = rebalancer(THREE_AND_ONE, model -> {
            model.addString("method", "class-quotas");
            model.addNodeSettings("classQuotas").addString("quotas", "zebra=5");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Quotas\" must name classes of the table, but is \"zebra\".",
            m_workflow.message(rebalancer));
    }

    /** On test images that nobody rebalanced. */
    @Test
    public void theShippedWorkflowPutsFiveWaysSideBySide() throws Exception {
        final var workflow = ShippedWorkflow.copy("10 Rare class", m_temporary.getRoot().toPath());
        final Path classes = workflow.probe(4, 2);
        final Path overall = workflow.probe(20, 2);

        assertEquals(SUCCESS, workflow.run());
        assertEquals(5, lines(classes).stream().filter(line -> line.contains(" 100 5 5 1 ")).count());
        final List<String> names = List.of(Files.readAllLines(overall).get(0).split("\t"));
        final Map<String, Double> accuracy = new TreeMap<>();
        for (final String line : Files.readAllLines(overall).subList(1, 6)) {
            final String[] cells = line.split("\t");
            accuracy.put(cells[0], Double.valueOf(cells[names.indexOf("Balanced accuracy")]));
        }
        assertTrue(accuracy.toString(), accuracy.get("Prior correction") > accuracy.get("Plain") + 0.02);
        assertTrue(accuracy.toString(), accuracy.get("Augmenting oversampling") > accuracy.get("Plain") + 0.02);
    }

    private static Consumer<NodeSettingsWO> changed(final String operation, final double magnitude) {
        return model -> {
            model.addString("repeated", "CHANGED");
            final var step = model.addNodeSettings("changes").addNodeSettings("steps").addNodeSettings("0");
            step.addString("operation", operation);
            step.addDouble("probability", 1);
            step.addString("strength", "OWN");
            step.addDouble("smallest", magnitude);
            step.addDouble("largest", magnitude);
        };
    }

    private int rebalancer(final String rows, final Consumer<NodeSettingsWO> settings) {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
        final int rebalancer = m_workflow.add(ClassRebalancerNodeFactory.class,
            settings.andThen(model -> model.addString("labelColumn", "label")));
        m_workflow.connect(table, 1, rebalancer, 1);
        return rebalancer;
    }

    private Path table(final int node, final int port) {
        return probe(TableProbeNodeFactory.class, node, port);
    }

    private Path probe(final Class<? extends NodeFactory<?>> probe, final int node, final int port) {
        final Path file =
            m_temporary.getRoot().toPath().resolve("%s of %d, %d".formatted(probe.getSimpleName(), node, port));
        m_workflow.connect(node, port, m_workflow.add(probe, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    /** Rows of a table without its head. */
    private static List<String> lines(final Path table) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.replace('\t', ' ')).toList();
    }

    private static List<String> withoutImages(final Path table) throws IOException {
        return lines(table).stream().map(line -> line.replaceAll(" PNG \\d+ bytes", "")).toList();
    }

    private static Map<String, String> byId(final Path values) throws IOException {
        final Map<String, String> lines = new TreeMap<>();
        for (final String line : Files.readAllLines(values)) {
            lines.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return lines;
    }
}
