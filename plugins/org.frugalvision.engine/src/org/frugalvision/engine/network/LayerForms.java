// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.json.JsonObject;

/**
 * How layers stand in files: one line each. A layer is a record; its components are its keys, in their order. Type
 * names and keys never change.
 */
final class LayerForms {

    private static final String TYPE = "type";

    private static final Map<String, Class<? extends Layer>> TYPES = Map.ofEntries( //
        Map.entry("convolution", Convolution.class), //
        Map.entry("depthwise-convolution", DepthwiseConvolution.class), //
        Map.entry("dense", Dense.class), //
        Map.entry("batch-normalization", BatchNormalization.class), //
        Map.entry("addition", Addition.class), //
        Map.entry("pooling", Pooling.class), //
        Map.entry("global-average-pooling", GlobalAveragePooling.class), //
        Map.entry("spatial-pyramid-pooling", SpatialPyramidPooling.class), //
        Map.entry("padding", Padding.class), //
        Map.entry("dropout", Dropout.class), //
        Map.entry("pattern-dropout", PatternDropout.class), //
        Map.entry("average", Average.class), //
        Map.entry("concatenation", Concatenation.class), //
        Map.entry("multiplication", Multiplication.class), //
        Map.entry("average-and-maximum", AverageAndMaximum.class), //
        Map.entry("channel-average-and-maximum", ChannelAverageAndMaximum.class));

    private LayerForms() {
    }

    /** All layers with their type names. */
    static Map<String, Class<? extends Layer>> types() {
        return TYPES;
    }

    /** The type of a layer and its components. */
    static Map<String, Object> write(final Layer layer) {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, type(layer));
        for (final RecordComponent component : layer.getClass().getRecordComponents()) {
            object.put(component.getName(), written(value(layer, component)));
        }
        return object;
    }

    static Layer read(final JsonObject object) throws NetworkFormatException {
        final Class<? extends Layer> layer = TYPES.get(object.text(TYPE));
        if (layer == null) {
            throw new NetworkFormatException(
                "it has a layer of the type \"" + object.text(TYPE) + "\", which this version does not know");
        }
        final RecordComponent[] components = layer.getRecordComponents();
        final Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(object, components[i].getName(), components[i].getType());
        }
        return create(layer, components, values);
    }

    private static String type(final Layer layer) {
        return TYPES.entrySet().stream().filter(entry -> entry.getValue() == layer.getClass()).map(Map.Entry::getKey)
            .findAny().orElseThrow(() -> new IllegalStateException(layer.getClass() + " has no form in files."));
    }

    private static Object written(final Object value) {
        if (value instanceof Activation activation) {
            return activation.id();
        }
        if (value instanceof PatternDropout.Pattern pattern) {
            return pattern.id();
        }
        return value instanceof Pooling.Kind kind ? kind.id() : value;
    }

    private static Object value(final Layer layer, final RecordComponent component) {
        try {
            return component.getAccessor().invoke(layer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(final JsonObject object, final String key, final Class<?> type)
        throws NetworkFormatException {
        if (type == int.class) {
            return object.integer(key);
        }
        if (type == double.class) {
            return object.number(key);
        }
        if (type == boolean.class) {
            return object.flag(key);
        }
        return type == List.class ? object.integers(key) : constant(type, object.text(key));
    }

    private static Object constant(final Class<?> type, final String id) throws NetworkFormatException {
        return Arrays.stream(type.getEnumConstants())
            .filter(constant -> ((Enum<?>)constant).name().equalsIgnoreCase(id)).findAny().orElseThrow(
                () -> new NetworkFormatException("it uses \"" + id + "\", which this version does not know"));
    }

    private static Layer create(final Class<? extends Layer> layer, final RecordComponent[] components,
        final Object[] values) {
        try {
            return layer.getConstructor(Arrays.stream(components).map(RecordComponent::getType)
                .toArray(Class<?>[]::new)).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
