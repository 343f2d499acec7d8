// SPDX-License-Identifier: Apache-2.0

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

/** How many images were computed in what time: seconds on the wall, and seconds of all threads of the process. */
record Measurement(long images, double wall, double cpu) {

    /** The present times; the difference of two of them is a measurement. */
    static Measurement now(final long images) {
        try {
            return new Measurement(images, System.nanoTime() / 1e9, (Long)ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime") / 1e9);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    static Measurement parse(final String line) {
        final String[] words = line.split(" ");
        return new Measurement(Long.parseLong(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }

    Measurement since(final Measurement start) {
        return new Measurement(images - start.images, wall - start.wall, cpu - start.cpu);
    }

    double perSecond() {
        return images / wall;
    }

    double perCpuSecond() {
        return images / cpu;
    }

    @Override
    public String toString() {
        return images + " " + wall + " " + cpu;
    }
}
