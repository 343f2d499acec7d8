// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import static org.frugalvision.nodes.probe.Mirror.assertMirrors;
import static org.frugalvision.nodes.probe.Mirror.components;
import static org.frugalvision.nodes.probe.Mirror.fields;
import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;

import java.util.Map;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.Schedules;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.engine.train.Updaters;
import org.junit.Test;

/** The settings of the node are those of the engine: same names, same defaults, and each arrives where it belongs. */
public class SettingsMirrorTest {

    private static final String[] OF_THE_NODE_ALONE = {"imageColumn", "labelColumn", "columns", "device",
        "checkpointFolder"};

    @Test
    public void everyUpdaterHasItsSettingsWithTheirDefaults() {
        final var parameters = new UpdaterParameters();
        for (final var info : Updaters.infos()) {
            parameters.m_updater = info.id();
            assertEquals(new UpdaterSettings(Updaters.settings(info.id()), 0, 0), parameters.toSettings());
        }
    }

    @Test
    public void settingsOfUpdatersArrive() {
        final var parameters = new UpdaterParameters();
        parameters.m_updater = "nesterov";
        parameters.m_momentum = 0.5;
        parameters.m_weightDecay = 0.25;
        parameters.m_clipNorm = 3;

        assertEquals(new UpdaterSettings(new Choice("nesterov", Map.of("momentum", "0.5")), 0.25, 3),
            parameters.toSettings());
    }

    @Test
    public void everyScheduleHasItsSettingsWithTheirDefaults() {
        final var parameters = new ScheduleParameters();
        for (final var info : Schedules.infos()) {
            parameters.m_schedule = info.id();
            assertEquals(new ScheduleSettings(Schedules.settings(info.id()), 0), parameters.toSettings());
        }
    }

    @Test
    public void settingsOfSchedulesArrive() {
        final var parameters = new ScheduleParameters();
        parameters.m_schedule = "step";
        parameters.m_stepEpochs = 4;
        parameters.m_stepFactor = 0.25;
        parameters.m_warmUpEpochs = 1.5;

        assertEquals(new ScheduleSettings(new Choice("step", Map.of("epochs", "4", "factor", "0.25")), 1.5),
            parameters.toSettings());
    }

    @Test
    public void settingsOfCyclesArrive() {
        final var parameters = new ScheduleParameters();
        parameters.m_schedule = "cyclical";
        parameters.m_lowestRate = 0.25;
        parameters.m_halfCycle = 1.5;

        assertEquals(new ScheduleSettings(new Choice("cyclical", Map.of("lowest", "0.25", "halfCycle", "1.5")), 0),
            parameters.toSettings());
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
            16, "learningRate", 0.5, "seed", -7, "shuffle", false, "threads", 2), OF_THE_NODE_ALONE);
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
}
