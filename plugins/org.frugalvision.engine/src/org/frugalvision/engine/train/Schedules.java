// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All schedules of the learning rate. */
public final class Schedules {

    private static final Registry<ScheduleInfo, Schedule> REGISTRY =
        new Registry.Builder<ScheduleInfo, Schedule>("Schedule")
            .add(ConstantRate.INFO, ConstantRate::new)
            .add(StepRate.INFO, () -> StepRate.DEFAULT)
            .add(CosineRate.INFO, CosineRate::new)
            .add(OneCycleRate.INFO, OneCycleRate::new)
            .add(CyclicalRate.INFO, () -> CyclicalRate.DEFAULT)
            .build();

    private Schedules() {
    }

    /** @return what all schedules tell about themselves, in the order in which they are offered */
    public static List<ScheduleInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a schedule
     * @return what it tells about itself
     * @throws SettingsException if there is no such schedule
     */
    public static ScheduleInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param id id of a schedule
     * @return it with its default settings as data
     * @throws SettingsException if there is none of this id
     */
    public static Choice settings(final String id) {
        return Choice.of(id, (Record)REGISTRY.create(id));
    }

    static Schedule create(final Choice choice) {
        return REGISTRY.create(choice);
    }
}
