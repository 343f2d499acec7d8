// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How much memory the process may take beyond the largest Java heap before ND4J refuses to allocate more: the system
 * property {@value #OPTION} (a whole number with the unit MB or GB, such as {@code 6GB}); by default half of the
 * machine's memory, at least as much as the Java heap may grow to.
 */
final class OffHeapLimit {

    static final String OPTION = "frugalvision.offheap";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(MB|GB)");

    private OffHeapLimit() {
    }

    static long fromSystem() throws JMException {
        final String given = System.getProperty(OPTION);
        return given == null ? Math.max(Runtime.getRuntime().maxMemory(), machineBytes() / 2) : parse(given);
    }

    static long parse(final String size) {
        final Matcher matcher = SIZE.matcher(size.trim().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("-D" + OPTION
                + " must be a whole number with the unit MB or GB, such as 6GB, but is \"" + size + "\"");
        }
        return Long.parseLong(matcher.group(1)) << ("GB".equals(matcher.group(2)) ? 30 : 20);
    }

    /** Asked by name, because the typed interface is in a package that not every framework passes to bundles. */
    private static long machineBytes() throws JMException {
        final ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
        return (Long)ManagementFactory.getPlatformMBeanServer().getAttribute(system, "TotalMemorySize");
    }
}
