// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.probe.ViewProbeNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the views of nodes show of what the nodes keep for them. */
public class ViewsTest {

    private static final int SUCCESS = 0;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void learnerShowsItsEpochs() throws Exception {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 3));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class,
            model -> model.addString("architecture", "lenet5")), 1, learner, 1)
            .connect(table("image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b\nr3 28x28x1 a"), 1, learner, 2)
            .connect(table("image label[a,b]\nr1 28x28x1=9 a\nr2 28x28x1=7 b"), 1, learner, 3);
        final Path page = view("org.frugalvision.nodes.learn.learner.LearnerView", learner, 2);

        assertEquals(SUCCESS, m_workflow.run());
        final List<JsonObject> panels = data(page).objects("panels");
        assertEquals(List.of("Loss", "Accuracy", "Learning rate"),
            panels.stream().map(panel -> panel.text("y")).toList());
        assertEquals(List.of("Loss", "Validation loss"),
            panels.get(0).objects("lines").stream().map(line -> line.text("name")).toList());
        for (final JsonObject panel : panels) {
            for (final JsonObject line : panel.objects("lines")) {
                final List<?> points = line.list("points", List.class);
                assertEquals(3, points.size());
                assertEquals(2.0, ((List<?>)points.get(1)).get(0));
            }
        }
    }

    @Test
    public void budgetCurveShowsItsMethods() throws Exception {
        final int summary = table("Method numberBudget numberRepeats numberAccuracy numberDeviation numberBalanced "
            + "numberDifference\nr1 Random 20 2 0.5 0.1 0.4 0\nr2 Random 60 2 0.6 ? 0.5 0\nr3 Herding 20 2 0.7 0.2 0.6 "
            + "0.2\nr4 Herding 60 2 0.8 0.1 0.7 0.2");
        final Path page = view("org.frugalvision.nodes.evaluate.curve.CurveView", summary, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<JsonObject> panels = data(page).objects("panels");
        assertEquals(List.of("Mean accuracy", "Mean balanced accuracy", "Difference to random"),
            panels.stream().map(panel -> panel.text("y")).toList());
        final List<JsonObject> lines = panels.get(0).objects("lines");
        assertEquals(Map.of("Random", List.of(List.of(20.0, 0.5, 0.1), List.of(60.0, 0.6, 0.0)), "Herding",
            List.of(List.of(20.0, 0.7, 0.2), List.of(60.0, 0.8, 0.1))),
            Map.of(lines.get(0).text("name"), lines.get(0).list("points", List.class), lines.get(1).text("name"),
                lines.get(1).list("points", List.class)));
    }

    @Test
    public void contactSheetShowsItsTiles() throws Exception {
        final int kept = table("caption image number\nr1 <b>cat</b> 8x8x3 500\nr2 \"dog\" 6x8x1 500");
        final Path page = view("org.frugalvision.nodes.prepare.sheet.SheetView", kept, 1);

        assertEquals(SUCCESS, m_workflow.run());
        final JsonObject data = data(page);
        assertEquals(500, data.whole("all"));
        assertEquals(List.of("<b>cat</b>", "\"dog\""),
            data.objects("tiles").stream().map(tile -> tile.text("caption")).toList());
        assertEquals(Stream.of("data:image/png;base64,", "data:image/png;base64,").toList(),
            data.objects("tiles").stream().map(tile -> tile.text("image").substring(0, 22)).toList());
    }

    /** Of 300 ranks, in disorder, the first 120; before them what was selected earlier. */
    @Test
    public void selectorShowsTheFirstChoicesFirst() throws Exception {
        final StringBuilder rows = new StringBuilder("image numberRank numberScore\nold 4x4x1 ? ?");
        for (int i = 0; i < 300; i++) {
            rows.append("\nr%d 4x4x1 %d 0.5".formatted(i, i * 7 % 300 + 1));
        }
        final Path page = view("org.frugalvision.nodes.select.subset.SelectionView", table(rows.toString()), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final JsonObject data = data(page);
        final List<String> captions = data.objects("tiles").stream().map(tile -> tile.text("caption")).toList();
        assertEquals(301, data.whole("all"));
        assertEquals(120, captions.size());
        assertEquals(List.of("old", "1. r0 (0.5000)", "2. r43 (0.5000)"), captions.subList(0, 3));
        assertEquals("119. r274 (0.5000)", captions.get(119));
    }

    /** 30 mistakes of one kind, of which a view shows 24; right ones come after the mistakes. */
    @Test
    public void scorerShowsTheImagesOfEachCell() throws Exception {
        final StringBuilder rows = new StringBuilder("image label[a,<b>] Prediction~(label)[a,<b>] P~(label=a) "
            + "P~(label=<b>)\nr0 8x8x1 a a 0.75 0.25\nr1 ? <b> <b> 0.1 0.9\nr2 8x8x1 a ? 0.5 0.5");
        for (int i = 3; i < 33; i++) {
            rows.append("\nr%d 8x8x3 <b> a 0.6 0.4".formatted(i));
        }
        final Path page = view("org.frugalvision.nodes.evaluate.scorer.ScorerView", table(rows.toString()), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final JsonObject data = data(page);
        assertEquals(List.of("a", "<b>"), data.list("classes", String.class));
        assertEquals(List.of(List.of(1L, 0L), List.of(30L, 1L)), data.list("counts", List.class));
        final List<JsonObject> images = data.objects("images");
        assertEquals(24 + 2, images.size());
        assertEquals("r3", images.get(0).text("id"));
        assertEquals("0.60", images.get(0).text("told"));
        assertEquals("r0", images.get(24).text("id"));
        assertEquals("", images.get(25).text("image"));
    }

    private int table(final String rows) {
        return m_workflow.add(ImageTableProbeNodeFactory.class, model -> model.addString("text", rows));
    }

    private Path view(final String view, final int node, final int port) {
        final Path file = m_workflow.folder().resolve("page.html");
        m_workflow.connect(node, port, m_workflow.add(ViewProbeNodeFactory.class, model -> {
            model.addString("view", view);
            model.addString("file", file.toString());
        }), 1);
        return file;
    }

    private static JsonObject data(final Path page) throws IOException {
        final var matcher = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(Files.readString(page));
        matcher.find();
        return new JsonObject(JsonReader.read(matcher.group(1)));
    }
}
