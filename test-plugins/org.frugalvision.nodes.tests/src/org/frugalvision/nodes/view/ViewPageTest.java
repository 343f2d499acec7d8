// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.frugalvision.nodes.view.Curves.Line;
import org.frugalvision.nodes.view.ViewSamples.Opened;
import org.junit.Test;
import org.knime.core.node.port.PortObject;

/** Pages hold their data, whatever it says, need nothing from outside, and stay small. */
public class ViewPageTest {

    private static final Pattern DATA =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @Test
    public void namesThatAreMarkupStayText() {
        for (final String page : List.of(ViewSamples.opened("confusion", ViewSamples.confusion()),
            ViewSamples.opened("gallery", ViewSamples.gallery()))) {
            // those of the page itself
            assertEquals(3, page.split("<script", -1).length - 1);
            assertEquals(3, page.split("</script>", -1).length - 1);
            assertFalse(page.contains("<img"));
        }
        final JsonObject data = data(ViewSamples.opened("confusion", ViewSamples.confusion()));
        assertEquals(ViewSamples.CLASSES, data.list("classes", String.class));
    }

    @Test
    public void pagesAskForNothingFromOutside() {
        for (final String script : List.of("gallery", "confusion", "curves")) {
            final String page = ViewSamples.opened(script, Map.of("message", "none"));
            assertTrue(script, page.contains("default-src 'none'"));
            assertFalse(script, Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)").matcher(page).find());
            assertFalse(script, page.contains("innerHTML"));
            assertFalse(script, page.contains("fetch("));
        }
    }

    @Test
    public void aNodeThatWasNotExecutedSaysSo() {
        final var page = new ViewPage("Title", "curves", kept -> ViewSamples.curves());

        assertEquals("Execute the node, then open the view again.", data(page.text()).text("message"));
        page.open(new Opened(null));
        assertTrue(data(page.text()).has("message"));
    }

    @Test
    public void initialDataIsThatOfThePage() {
        final var page = new ViewPage("Title", "curves", kept -> ViewSamples.curves());
        final Map<String, Object> data = page.open(new Opened(new PortObject[0]));

        assertEquals(JsonWriter.write(data).strip(), dataText(page.text()).strip());
    }

    @Test
    public void largeImagesAreShrunkAndSmallOnesStay() {
        assertEquals(new ImageShape(1, 80, 160),
            PngImages.shape(Thumbnails.png(new DecodedImage(new ImageShape(1, 300, 600), new byte[180_000])), "a"));
        assertEquals(new ImageShape(1, 3, 5),
            PngImages.shape(Thumbnails.png(new DecodedImage(new ImageShape(1, 3, 5), new byte[15])), "a"));
    }

    @Test
    public void imagesBeyondSixMegabytesAreCountedAndLeftOut() {
        final var thumbnails = new Thumbnails();
        final byte[] png = new byte[1 << 20];

        for (int i = 0; i < 4; i++) {
            assertTrue(thumbnails.address(png).startsWith("data:image/png;base64,"));
        }
        assertEquals("", thumbnails.address(png));
        assertEquals(1, thumbnails.leftOut());
    }

    @Test
    public void longCurvesAreThinnedAndGapsLeftOut() {
        final double[] x = new double[2500];
        final double[] y = new double[2500];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i == 3 ? Double.NaN : i;
        }
        final JsonObject page = new JsonObject(new Curves("t", "x").panel("y",
            List.of(new Line("l", x, y, new double[2500]))).page());
        final List<?> points =
            page.objects("panels").get(0).objects("lines").get(0).list("points", List.class);

        // every third, without the second of them
        assertEquals(833, points.size());
        assertEquals(List.of(6.0, 6.0, 0.0), points.get(1));
    }

    @Test
    public void tooManyClassesAreNotDrawn() {
        final List<String> names = IntStream.range(0, 61).mapToObj(i -> "c" + i).toList();

        assertEquals("A view shows at most 60 classes, but there are 61. See the confusion picture.",
            new ConfusionCells(names, new long[61][61]).page("t").get("message"));
    }

    private static JsonObject data(final String page) {
        return new JsonObject(JsonReader.read(dataText(page)));
    }

    private static String dataText(final String page) {
        final var matcher = DATA.matcher(page);
        assertTrue(matcher.find());
        return matcher.group(1).replace("\\u003c", "<");
    }
}
