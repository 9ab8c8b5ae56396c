package io.tactus.lead;

import io.tactus.lead.PhoneNumbers.Phone;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One of a lead's numbers; its place in the list is the order of dialling. */
@Embeddable
public class LeadPhone {
    public String number = "";

    @Column(name = "kind")
    public String kind = "unknown";

    @JdbcTypeCode(SqlTypes.ARRAY)
    public String[] zones = {};

    static LeadPhone of(Phone phone) {
        LeadPhone row = new LeadPhone();
        row.number = phone.number();
        row.kind = phone.kind();
        row.zones = phone.zones().toArray(String[]::new);
        return row;
    }

    Phone phone() {
        return new Phone(number, kind, List.of(zones));
    }
}
