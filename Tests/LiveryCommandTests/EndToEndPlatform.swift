extension EndToEndTests {
    static let platform = """
        livery: 1
        operator:
          name: Trackara
          legal_name: Trackara LLC
          email: privacy@trackara.example
          website: https://trackara.example
          privacy_policy: https://trackara.example/privacy
          address: {street: 500 Sample Street, city: Austin, region: US-TX, postal_code: "78701"}
          service_providers:
            - {id: hosting, name: Nimbusfield, job: hosting, country: US}
            - {id: email, name: Postlark, job: email, country: US}
            - {id: texts, name: Textmarsh, job: text_messages, country: US}
          security: [encryption_in_transit]
          backup_days: 35
        app:
          ios: {team_id: 7K2WQ9TR4A}
          sign_in: [password]
          account_deletion_url: https://trackara.example/delete-account
        api:
          base_url: https://api.trackara.example
        privacy:
          sells_data: false
          shares_for_ads: false
          size: {annual_revenue: 8000000, consumers: 9000, small_business: true}
          retention:
            account: {keep: 30 days, after: account_closed, because: disputes}
            vehicles: {keep: 2 years, after: last_visit, because: service}
            appointments: {keep: 2 years, after: visit, because: service}
            repair_records: {keep: 7 years, after: last_visit, because: tax_law}
            messages: {keep: 2 years, after: collected, because: disputes}
            photos: {keep: 12 months, after: visit, because: warranty}
            payments: {keep: 7 years, after: payment, because: tax_law}
            location: {keep: 7 days, after: collected, because: service}
            loyalty: {keep: 30 days, after: account_closed, because: service}
            device_logs: {keep: 90 days, after: collected, because: security}
            call_recordings: {keep: 90 days, after: collected, because: disputes}

        """
}
