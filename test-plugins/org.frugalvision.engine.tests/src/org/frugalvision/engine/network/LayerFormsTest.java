// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.junit.Test;

/** How layers stand in files; nothing of it may ever change. */
public final class LayerFormsTest {

    private static final Map<Layer, String> FORMS = Map.ofEntries( //
        Map.entry(new Convolution(3, 5, 2, 1, true, Activation.RELU),
            "{type=convolution, filters=3, kernel=5, stride=2, padding=1, bias=true, activation=relu}"), //
        Map.entry(new DepthwiseConvolution(3, 1, 1, false, Activation.HARD_SWISH),
            "{type=depthwise-convolution, kernel=3, stride=1, padding=1, bias=false, activation=hard_swish}"), //
        Map.entry(new Dense(7, Activation.IDENTITY), "{type=dense, units=7, activation=identity}"), //
        Map.entry(new BatchNormalization(1e-3, Activation.RELU6),
            "{type=batch-normalization, epsilon=0.001, activation=relu6}"), //
        Map.entry(new Addition(Activation.SWISH), "{type=addition, activation=swish}"), //
        Map.entry(new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0),
            "{type=pooling, kind=maximum, kernel=2, stride=2, padding=0}"), //
        Map.entry(new GlobalAveragePooling(), "{type=global-average-pooling}"), //
        Map.entry(new SpatialPyramidPooling(List.of(2, 1)), "{type=spatial-pyramid-pooling, levels=[2, 1]}"), //
        Map.entry(new Padding(1, 2, 3, 4), "{type=padding, top=1, left=2, bottom=3, right=4}"), //
        Map.entry(new Dropout(0.5), "{type=dropout, rate=0.5}"), //
        Map.entry(new PatternDropout(0.5, PatternDropout.Pattern.BLOCKS, 3),
            "{type=pattern-dropout, rate=0.5, pattern=blocks, block=3}"), //
        Map.entry(new Average(), "{type=average}"), //
        Map.entry(new Concatenation(), "{type=concatenation}"), //
        Map.entry(new Multiplication(), "{type=multiplication}"), //
        Map.entry(new AverageAndMaximum(), "{type=average-and-maximum}"), //
        Map.entry(new ChannelAverageAndMaximum(), "{type=channel-average-and-maximum}"));

    @Test
    public void everyLayerStandsInFilesAsItAlwaysDid() throws NetworkFormatException {
        for (final Map.Entry<Layer, String> form : FORMS.entrySet()) {
            final Map<String, Object> object = LayerForms.write(form.getKey());

            assertEquals(form.getValue(), object.toString());
            assertEquals(form.getKey(), LayerForms.read(new JsonObject(JsonReader.read(JsonWriter.write(object)))));
        }
    }

    @Test
    public void noLayerIsForgotten() {
        final Set<Class<?>> layers = layers(Layer.class);

        assertEquals(layers, new HashSet<>(LayerForms.types().values()));
        assertEquals(layers.size(), LayerForms.types().size());
        assertEquals(layers, new HashSet<>(FORMS.keySet().stream().map(Object::getClass).toList()));
    }

    @Test
    public void refusesImpossibleSizes() {
        final var object = new TreeMap<String, Object>(Map.of("type", "dense", "units", 0L, "activation", "relu"));

        assertEquals("units must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> LayerForms.read(new JsonObject(object))).getMessage());
    }

    /** All layers that a sealed interface permits, through other sealed interfaces. */
    public static Set<Class<?>> layers(final Class<?> type) {
        final Set<Class<?>> layers = new HashSet<>();
        Stream.of(type.getPermittedSubclasses()).forEach(
            permitted -> layers.addAll(permitted.isSealed() ? layers(permitted) : Set.of(permitted)));
        return layers;
    }
}
