// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.junit.Test;

/** The settings of the node are those of the engine: same names, same defaults, and each arrives where it belongs. */
public class SettingsMirrorTest {

    private static final Set<String> OF_THE_NODE_ALONE = Set.of("imageColumn", "labelColumn", "checkpointFolder");

    @Test
    public void updaterMirrorsItsRecord() throws Exception {
        final var parameters = new UpdaterParameters();
        assertMirrors(parameters, parameters::toSettings, UpdaterSettings.DEFAULT,
            Map.of("updater", "sgd", "momentum", 0.5, "weightDecay", 0.25, "clipNorm", 3.0));
    }

    @Test
    public void scheduleMirrorsItsRecord() throws Exception {
        final var parameters = new ScheduleParameters();
        assertMirrors(parameters, parameters::toSettings, ScheduleSettings.DEFAULT,
            Map.of("schedule", "cosine", "warmUpEpochs", 1.5, "stepEpochs", 4, "stepFactor", 0.25));
    }

    @Test
    public void stoppingMirrorsItsRecord() throws Exception {
        final var parameters = new StoppingParameters();
        assertMirrors(parameters, parameters::toSettings, StoppingSettings.DEFAULT,
            Map.of("early", true, "metric", StoppingParameters.Metric.ACCURACY, "patience", 7, "minDelta", 0.5,
                "seconds", 9.0, "images", 11L));
    }

    @Test
    public void trainingMirrorsItsRecord() throws Exception {
        final var parameters = new CnnLearnerNodeParameters();
        assertMirrors(parameters, parameters::toSettings, TrainingSettings.DEFAULT, Map.of("epochs", 3, "batchSize",
            16, "learningRate", 0.5, "seed", -7, "shuffle", false, "threads", 2));
    }

    @Test
    public void classWeightsMirrorTheirRecord() {
        final var parameters = new ClassWeightParameters();
        assertEquals(fields(ClassWeightParameters.class), components(ClassWeights.class));
        assertEquals(ClassWeights.NONE, parameters.toSettings());
        parameters.m_kind = ClassWeightParameters.Kind.BALANCED;
        assertEquals(ClassWeights.BALANCED, parameters.toSettings());
        parameters.m_kind = ClassWeightParameters.Kind.GIVEN;
        parameters.m_given = "T-shirt/top = 1, a=b=2.5";
        assertEquals(new ClassWeights(ClassWeights.Kind.GIVEN, Map.of("T-shirt/top", 1.0, "a=b", 2.5)),
            parameters.toSettings());
    }

    @Test
    public void choicesMirrorTheEnumsOfTheEngine() {
        assertEquals(names(ClassWeights.Kind.values()), names(ClassWeightParameters.Kind.values()));
        assertEquals(names(StoppingSettings.Metric.values()), names(StoppingParameters.Metric.values()));
    }

    /** Every component has its field, every field its component; defaults are equal; a change of one changes the other. */
    private static <R extends Record> void assertMirrors(final Object parameters, final Supplier<R> settings,
        final R defaults, final Map<String, Object> others) throws Exception {
        assertEquals(components(defaults.getClass()), fields(parameters.getClass()));
        assertEquals(defaults, settings.get());
        for (final RecordComponent component : defaults.getClass().getRecordComponents()) {
            final Object other = others.get(component.getName());
            if (other == null) {
                assertEquals(component.getName() + " needs another value in this test", true,
                    component.getName().equals("classWeights") || component.getType().getSimpleName()
                        .endsWith("Settings"));
                continue;
            }
            final Field field = parameters.getClass().getDeclaredField("m_" + component.getName());
            final Object before = field.get(parameters);
            field.set(parameters, other);
            assertEquals(component.getName(), text(other), text(component.getAccessor().invoke(settings.get())));
            field.set(parameters, before);
            assertEquals("only " + component.getName(), defaults, settings.get());
        }
    }

    private static String text(final Object value) {
        return value instanceof Enum<?> choice ? choice.name() : value.toString();
    }

    private static Set<String> components(final Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(final Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()))
            .map(field -> field.getName().replaceFirst("^m_", "")).filter(name -> !OF_THE_NODE_ALONE.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(final Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
